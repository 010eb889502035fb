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

/** A history as it lies in its store. */
public final class StoredHistory {

    /** The form before the month close, 1, knew too little to be carried over. */
    private static final byte FORM = 2;

    private StoredHistory() {}

    public static byte[] write(History history) {
        var bytes = new ByteWriter().raw(FORM).number(history.sequence()).hash(history.head());
        write(history.remarks(), bytes);
        Account account = history.account();
        bytes.truth(account != null);
        if (account != null) {
            StoredAccount.write(account, bytes);
        }
        return bytes.toBytes();
    }

    public static History read(AccountId id, byte[] value) {
        var bytes = reader(value);
        long sequence = bytes.number();
        Hash head = bytes.hash();
        Remarks remarks = remarks(bytes);
        Account account = bytes.truth() ? StoredAccount.read(id, bytes) : null;
        return new History(sequence, head, account, remarks);
    }

    /** A history of broadcasts, which has no account. */
    public static History readBroadcasts(byte[] value) {
        var bytes = reader(value);
        return new History(bytes.number(), bytes.hash(), null, remarks(bytes));
    }

    private static ByteReader reader(byte[] value) {
        var bytes = new ByteReader(value);
        int form = bytes.raw();
        if (form != FORM) {
            throw new IllegalStateException(
                    "stored history: form " + form + " (expected: " + FORM + ")");
        }
        return bytes;
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
