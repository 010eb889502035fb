package io.jieyu.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as scenario files write them: yuan with two decimals, in quotes. */
final class Yuan {

    private static final String FORM = "-?\\d{1,15}\\.\\d{2}";

    private Yuan() {}

    static boolean isAmount(@Nullable Object value) {
        return value instanceof String text && text.matches(FORM);
    }

    /** {@code "30.00"} as 3000; what is no amount as it was written, to be judged as a message. */
    static @Nullable Object toFen(@Nullable Object value) {
        return isAmount(value) ? (Object) fen(String.valueOf(value)) : value;
    }

    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
