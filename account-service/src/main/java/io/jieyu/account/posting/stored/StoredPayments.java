package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Payer;
import io.jieyu.ledger.account.Payments;
import io.jieyu.ledger.account.PeriodRecord;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The paid periods within a stored account. */
final class StoredPayments {

    private static final PeriodRecord.Status[] STATUSES = PeriodRecord.Status.values();
    private static final Payer[] PAYERS = Payer.values();

    /** As many as there are months. */
    private static final Map<YearMonth, String> USUAL_KEYS = new ConcurrentHashMap<>();

    private static final int NO_KEY = 0;
    private static final int USUAL_KEY = 1;
    private static final int OTHER_KEY = 2;

    private StoredPayments() {}

    static void write(Payments payments, ByteWriter bytes) {
        bytes.number(payments.contributionMonths())
                .number(payments.lastBaseFen())
                .month(payments.liableFrom())
                .text(payments.lastKey())
                .truth(isSame(payments));
        if (!isSame(payments)) {
            bytes.text(payments.lastRegularKey());
        }
        bytes.number(payments.periods().size());
        payments.periods().forEach((period, record) -> period(period, record, bytes));
    }

    private static boolean isSame(Payments payments) {
        return payments.lastKey() != null && payments.lastKey().equals(payments.lastRegularKey());
    }

    static Payments read(ByteReader bytes) {
        int months = bytes.count();
        long lastBaseFen = bytes.number();
        YearMonth liableFrom = bytes.optionalMonth();
        String lastKey = bytes.optionalText();
        String lastRegularKey = bytes.truth() ? lastKey : bytes.optionalText();
        return new Payments(
                periods(bytes), months, lastBaseFen, liableFrom, lastKey, lastRegularKey);
    }

    /**
     * Most periods are paid by a regular contribution of their own: of its key only the serial is
     * written.
     */
    private static void period(YearMonth period, PeriodRecord record, ByteWriter bytes) {
        bytes.month(period)
                .word(record.status())
                .month(record.runStart())
                .word(record.payer())
                .truth(record.credited())
                .truth(record.reversed());
        String key = record.key();
        String usual = usualKey(period);
        if (key == null) {
            bytes.raw(NO_KEY);
        } else if (key.startsWith(usual)) {
            bytes.raw(USUAL_KEY).text(key.substring(usual.length()));
        } else {
            bytes.raw(OTHER_KEY).text(key);
        }
    }

    private static String usualKey(YearMonth period) {
        // computeIfAbsent may lock, even for what is there
        String known = USUAL_KEYS.get(period);
        return known != null
                ? known
                : USUAL_KEYS.computeIfAbsent(period, month -> "REGULAR/" + month + "/");
    }

    private static NavigableMap<YearMonth, PeriodRecord> periods(ByteReader bytes) {
        var periods = new TreeMap<YearMonth, PeriodRecord>();
        for (int left = bytes.count(); left > 0; left--) {
            YearMonth period = bytes.month();
            var status = bytes.word(STATUSES);
            YearMonth runStart = bytes.optionalMonth();
            Payer payer = bytes.optionalWord(PAYERS);
            boolean credited = bytes.truth();
            boolean reversed = bytes.truth();
            periods.put(
                    period,
                    new PeriodRecord(
                            status, runStart, key(period, bytes), payer, credited, reversed));
        }
        return Collections.unmodifiableNavigableMap(periods);
    }

    private static @Nullable String key(YearMonth period, ByteReader bytes) {
        return switch (bytes.raw()) {
            case NO_KEY -> null;
            case USUAL_KEY -> usualKey(period) + bytes.text();
            default -> bytes.text();
        };
    }
}
