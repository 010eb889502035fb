package io.jieyu.account.posting.stored;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.sealing.AccountSeal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;

/**
 * What a close did to an account that a message reached before the sweep, as it lies in its store
 * until the sweep comes by.
 */
public final class StoredSeal {

    private static final LedgerAccount[] ACCOUNTS = LedgerAccount.values();
    private static final Reason[] REASONS = Reason.values();

    private StoredSeal() {}

    public static byte[] write(AccountSeal seal) {
        var bytes = new ByteWriter().hash(seal.leaf());
        StoredBalances.write(seal.before(), bytes);
        bytes.text(seal.status()).text(seal.statusAfter()).number(seal.postings().size());
        seal.postings()
                .forEach(posting ->
                        bytes.word(posting.from())
                                .word(posting.to())
                                .number(posting.amountFen())
                                .date(posting.date())
                                .word(posting.reason()));
        return bytes.toBytes();
    }

    /** The seal; of its postings only what is summed up. */
    public static AccountSeal read(byte[] value) {
        var bytes = new ByteReader(value);
        var leaf = bytes.hash();
        var before = StoredBalances.read(bytes);
        String status = bytes.text();
        String statusAfter = bytes.text();
        var postings = new ArrayList<Posting>();
        for (int left = bytes.count(); left > 0; left--) {
            LedgerAccount from = bytes.word(ACCOUNTS);
            LedgerAccount to = bytes.word(ACCOUNTS);
            long amountFen = bytes.number();
            LocalDate date = bytes.day();
            postings.add(
                    new Posting(
                            from,
                            to,
                            amountFen,
                            date,
                            bytes.word(REASONS),
                            null,
                            null,
                            "",
                            Map.of()));
        }
        return new AccountSeal(leaf, before, status, statusAfter, postings);
    }
}
