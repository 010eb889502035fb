package io.jieyu.architecture.broken.clock;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Each method asks somebody outside once. */
@SuppressWarnings({
    "JavaTimeDefaultTimeZone",
    "TimeZoneUsage",
    "DefaultCharset",
    "DefaultLocale",
    "StringCaseLocaleUsage",
    "InlineFormatString",
    "AnnotateFormatMethod"
})
final class Clocks {

    static Instant instant() {
        return Instant.now();
    }

    static LocalDate today() {
        return LocalDate.now();
    }

    static Supplier<YearMonth> byReference() {
        return YearMonth::now;
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    static String environment() {
        return System.getenv("TZ");
    }

    static String property() {
        return System.getProperty("user.name");
    }

    static double chance() {
        return Math.random();
    }

    static int random() {
        return new Random().nextInt();
    }

    static int threadRandom() {
        return ThreadLocalRandom.current().nextInt();
    }

    static UUID id() {
        return UUID.randomUUID();
    }

    static void shuffle(List<String> list) {
        Collections.shuffle(list);
    }

    static Locale locale() {
        return Locale.getDefault();
    }

    static TimeZone timeZone() {
        return TimeZone.getDefault();
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    static Charset charset() {
        return Charset.defaultCharset();
    }

    static byte[] bytes(String text) {
        return text.getBytes();
    }

    static String text(byte[] bytes) {
        return new String(bytes);
    }

    static String lowerCase(String text) {
        return text.toLowerCase();
    }

    static String formatted(long fen) {
        return "%d".formatted(fen);
    }

    static String format(long fen) {
        return String.format("%d", fen);
    }

    static DateTimeFormatter formatter() {
        return DateTimeFormatter.ofPattern("yyyy-MM");
    }
}
