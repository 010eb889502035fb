package io.jieyu.account.adjusting;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.reassessing.Adjustment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The sums of a list of adjustments, and a digest by which a list that was reviewed is known. */
public final class AdjustmentList {

    private final MessageDigest sha256 = sha256();
    private long count;
    private long creditFen;
    private long debitFen;

    /** The next of the list. */
    public void add(String accountId, Adjustment adjustment) {
        count++;
        creditFen = Math.addExact(creditFen, adjustment.creditFen());
        debitFen = Math.addExact(debitFen, adjustment.debitFen());
        String line =
                String.join(
                        " ",
                        accountId,
                        adjustment.period().toString(),
                        String.valueOf(adjustment.postedFen()),
                        String.valueOf(adjustment.wouldBeFen()));
        sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public long count() {
        return count;
    }

    public long creditFen() {
        return creditFen;
    }

    public long debitFen() {
        return debitFen;
    }

    /** SHA-256 over one line for each: account id, period, posted and would-be fen. */
    public Hash digest() {
        try {
            return Hash.parse(HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
