package io.jieyu.account.posting.stored;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Remarks;
import io.jieyu.ledger.decision.History;
import java.time.YearMonth;
import java.util.Collections;
import java.util.TreeSet;

/**
 * A scope's row: where its history stands, and in which rows its outcomes are.
 *
 * @param index of the rows
 * @param newest the rows that do not fill a block yet
 */
public record StoredHistory(History history, OutcomeIndex index, OutcomeBlock newest) {

    public static final StoredHistory EMPTY =
            new StoredHistory(History.EMPTY, OutcomeIndex.EMPTY, OutcomeBlock.EMPTY);

    /** The forms before, 1 to 3, cannot be carried over; the sandbox names it too. */
    private static final byte FORM = 4;

    public byte[] write() {
        var bytes = new ByteWriter().raw(FORM).number(history.sequence()).hash(history.head());
        index.write(bytes);
        newest.write(bytes);
        write(history.remarks(), bytes);
        Account account = history.account();
        bytes.truth(account != null);
        if (account != null) {
            StoredAccount.write(account, bytes);
        }
        return bytes.toBytes();
    }

    /**
     * Reads a row.
     *
     * @param scope an account, or that of broadcasts, which has none
     */
    public static StoredHistory read(String scope, byte[] value) {
        var bytes = ByteReader.of("stored history", FORM, value);
        long sequence = bytes.number();
        Hash head = bytes.hash();
        var index = OutcomeIndex.read(bytes);
        var newest = OutcomeBlock.read(bytes);
        Remarks remarks = remarks(bytes);
        Account account = bytes.truth() ? StoredAccount.read(AccountId.parse(scope), bytes) : null;
        return new StoredHistory(new History(sequence, head, account, remarks), index, newest);
    }

    private static void write(Remarks remarks, ByteWriter bytes) {
        RefusalCode code = remarks.lastRefusal();
        bytes.text(code == null ? null : code.name()).number(remarks.mismatched().size());
        remarks.mismatched().forEach(bytes::month);
    }

    private static Remarks remarks(ByteReader bytes) {
        String code = bytes.optionalText();
        int left = bytes.count();
        if (code == null && left == 0) {
            return Remarks.NONE;
        }
        var periods = new TreeSet<YearMonth>();
        for (; left > 0; left--) {
            periods.add(bytes.month());
        }
        return new Remarks(
                code == null ? null : RefusalCode.valueOf(code),
                Collections.unmodifiableSortedSet(periods));
    }
}
