package io.jieyu.architecture.broken.pure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Locale;

/** Nothing to complain about: locale, charset and day are given. */
final class Pure {

    static String text(byte[] bytes) {
        return new String(bytes, UTF_8).toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text).plusDays(1);
    }

    static String format(long fen) {
        return String.format(Locale.ROOT, "%d", fen) + new String(new char[] {'x'});
    }
}
