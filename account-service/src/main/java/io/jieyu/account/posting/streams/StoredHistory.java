package io.jieyu.account.posting.streams;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Category;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.account.PooledBenefit;
import io.jieyu.ledger.decision.History;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A history as it lies in its store. The first byte names the form: another field or another word
 * of an enumeration is another form, and an old one is read for ever.
 */
final class StoredHistory {

    private static final byte FORM = 1;

    private static final Participation[] PARTICIPATIONS = Participation.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Tier[] TIERS = Tier.values();
    private static final PooledBenefit.Status[] BENEFITS = PooledBenefit.Status.values();
    private static final PeriodRecord.Status[] PAYMENTS = PeriodRecord.Status.values();

    private StoredHistory() {}

    static byte[] write(History history) {
        var bytes = new ByteWriter().raw(FORM).number(history.sequence()).hash(history.head());
        Account account = history.account();
        bytes.truth(account != null);
        if (account != null) {
            write(account, bytes);
        }
        return bytes.toBytes();
    }

    static History read(AccountId id, byte[] value) {
        var bytes = reader(value);
        return new History(bytes.number(), bytes.hash(), bytes.truth() ? account(id, bytes) : null);
    }

    /** A history of broadcasts, which has no account. */
    static History readBroadcasts(byte[] value) {
        var bytes = reader(value);
        return new History(bytes.number(), bytes.hash(), null);
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

    private static void write(Account account, ByteWriter bytes) {
        bytes.word(account.participation())
                .date(account.birthDate())
                .word(account.category())
                .word(account.tier())
                .number(account.lastBaseFen())
                .number(account.contributionMonths());
        StoredBalances.write(account.balances(), bytes);
        bytes.number(account.freeFen())
                .month(account.liableFrom())
                .word(account.pooledBenefit().status())
                .date(account.pooledBenefit().from())
                .word(account.pooledBenefit().before())
                .number(account.periods().size());
        account.periods().forEach((period, record) -> period(period, record, bytes));
    }

    /**
     * Most periods are paid by a regular contribution of their own: of its key only the serial is
     * written.
     */
    private static void period(YearMonth period, PeriodRecord record, ByteWriter bytes) {
        String usual = usualKey(period);
        boolean isUsual = record.key().startsWith(usual);
        bytes.month(period)
                .word(record.status())
                .truth(isUsual)
                .text(isUsual ? record.key().substring(usual.length()) : record.key())
                .truth(record.credited());
    }

    private static String usualKey(YearMonth period) {
        return "REGULAR/" + period + "/";
    }

    private static Account account(AccountId id, ByteReader bytes) {
        return new Account(
                id,
                bytes.word(PARTICIPATIONS),
                bytes.date(),
                bytes.optionalWord(CATEGORIES),
                bytes.optionalWord(TIERS),
                bytes.number(),
                bytes.count(),
                StoredBalances.read(bytes),
                bytes.number(),
                bytes.optionalMonth(),
                new PooledBenefit(bytes.word(BENEFITS), bytes.date(), bytes.word(BENEFITS)),
                periods(bytes));
    }

    private static NavigableMap<YearMonth, PeriodRecord> periods(ByteReader bytes) {
        var periods = new TreeMap<YearMonth, PeriodRecord>();
        for (int left = bytes.count(); left > 0; left--) {
            YearMonth period = bytes.month();
            var status = bytes.word(PAYMENTS);
            String key = bytes.truth() ? usualKey(period) + bytes.text() : bytes.text();
            periods.put(period, new PeriodRecord(status, key, bytes.truth()));
        }
        return Collections.unmodifiableNavigableMap(periods);
    }
}
