package io.jieyu.ledger.policy;

import io.jieyu.ledger.Rate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of a document; null means that a problem was noted. The factories are the types
 * of policy-format section 4, to be put together.
 */
@FunctionalInterface
interface FieldReader<T> {

    /** So many names can be told; more are looked up. */
    int FEW = 12;

    /** The rate 1, in millionths. */
    long ONE = 1_000_000;

    @Nullable T read(Spot spot);

    /** A null stands for "none" or "not limited": it is read as {@code none}. */
    default FieldReader<T> orNull(T none) {
        return spot -> spot.present() && spot.value() == null ? none : read(spot);
    }

    default <R> FieldReader<R> map(Function<T, R> conversion) {
        return spot -> {
            T read = read(spot);
            return read == null ? null : conversion.apply(read);
        };
    }

    /** A further condition on a value that is otherwise right; it notes what it finds. */
    default FieldReader<T> and(Check<? super T> check) {
        return spot -> {
            T read = read(spot);
            return read != null && check.holds(read, spot) ? read : null;
        };
    }

    /** True when it holds; otherwise it has noted why not. */
    @FunctionalInterface
    interface Check<T> {
        boolean holds(T value, Spot spot);
    }

    /** A decimal fraction in quotes, up to {@code most}. */
    static FieldReader<Rate> rate(String most) {
        Rate limit = Rate.of(most);
        return spot -> {
            if (!(spot.value() instanceof String text)
                    || !text.matches("\\d{1,6}(\\.\\d{1,6})?")
                    || Rate.of(text).millionths() > ONE) {
                return spot.expected(
                        "a fraction from \"0\" to \"1\" in quotes"
                                + (isTooFine(spot.value())
                                        ? ", of at most 6 places"
                                        : "; " + perCent(spot.value())));
            }
            Rate rate = Rate.of(text);
            return rate.millionths() <= limit.millionths()
                    ? rate
                    : spot.expected(
                            String.format(
                                    Locale.ROOT,
                                    "a fraction of at most %s; %s",
                                    most,
                                    perCent(text)));
        };
    }

    private static boolean isTooFine(@Nullable Object value) {
        return value instanceof String text && text.matches("\\d{1,6}\\.\\d{7,}");
    }

    /** How a number that was meant as per cent is written as a fraction. */
    private static String perCent(@Nullable Object value) {
        String text = String.valueOf(value);
        var number = new BigDecimal(text.matches("\\d{1,6}(\\.\\d{1,6})?") ? text : "2");
        String fraction = number.movePointLeft(2).stripTrailingZeros().toPlainString();
        return number.toPlainString() + " % is written \"" + fraction + "\"";
    }

    static FieldReader<Long> number(long least, long most) {
        String expected =
                most == Long.MAX_VALUE
                        ? "a whole number >= " + least
                        : String.format(Locale.ROOT, "a whole number %d..%d", least, most);
        return spot ->
                spot.value() instanceof Long number && number >= least && number <= most
                        ? number
                        : spot.expected(expected);
    }

    static FieldReader<Long> fen(long least) {
        return spot ->
                spot.value() instanceof Long number && number >= least
                        ? number
                        : spot.expected("a whole number >= " + least + ", in fen");
    }

    static FieldReader<String> text() {
        return spot ->
                spot.value() instanceof String text && !text.isBlank()
                        ? text
                        : spot.expected(spot.present() ? "a text in quotes" : "");
    }

    static FieldReader<Boolean> truth() {
        return spot ->
                spot.value() instanceof Boolean truth ? truth : spot.expected("true or false");
    }

    static FieldReader<LocalDate> date() {
        return parsed(LocalDate::parse, "a date that exists");
    }

    static FieldReader<YearMonth> month() {
        return parsed(YearMonth::parse, "a month such as \"2024-07\"");
    }

    static FieldReader<String> time(String example) {
        return spot ->
                spot.value() instanceof String text && text.matches("([01]\\d|2[0-3]):[0-5]\\d")
                        ? text
                        : spot.expected("a time in quotes such as \"" + example + "\"");
    }

    private static <T> FieldReader<T> parsed(Function<String, T> parse, String expected) {
        return spot -> {
            if (spot.value() instanceof String text) {
                try {
                    return parse.apply(text);
                } catch (DateTimeException notOne) {
                    return spot.expected(expected);
                }
            }
            return spot.expected(expected);
        };
    }

    /** One of the words of an enumeration. */
    static <E extends Enum<E>> FieldReader<E> word(Class<E> words) {
        var names = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
        return word(names).map(name -> Enum.valueOf(words, name));
    }

    static FieldReader<String> word(List<String> words) {
        return spot -> {
            if (spot.value() instanceof String text && words.contains(text)) {
                return text;
            }
            String nearest =
                    spot.value() instanceof String text
                            ? Nearest.to(text, words).map(name -> "; nearest: " + name).orElse("")
                            : "";
            return spot.expected("one of " + String.join(", ", words) + nearest);
        };
    }

    static <T> FieldReader<List<T>> list(FieldReader<T> element) {
        return spot -> {
            if (!(spot.value() instanceof List<?> list)) {
                return spot.expected("a list");
            }
            var read = new ArrayList<T>();
            for (int i = 0; i < list.size(); i++) {
                T value = element.read(spot.at(i, list.get(i)));
                if (value != null) {
                    read.add(value);
                }
            }
            return read.size() == list.size() ? List.copyOf(read) : null;
        };
    }

    /** A list in which no value stands twice. */
    static <T> FieldReader<List<T>> set(FieldReader<T> element) {
        return list(element)
                .and((values, spot) -> {
                    if (new HashSet<>(values).size() == values.size()) {
                        return true;
                    }
                    spot.expected("no value twice");
                    return false;
                });
    }

    /** An object with exactly these keys; {@code make} gets it once each of its values is right. */
    static <T> FieldReader<T> object(Map<String, FieldReader<?>> keys, Function<Parts, T> make) {
        return spot -> {
            if (!(spot.value() instanceof Map<?, ?> object)) {
                return spot.expected("an object of " + String.join(", ", keys.keySet()));
            }
            int before = spot.problems().size();
            unknown(object.keySet(), keys.keySet(), spot);
            var parts = new HashMap<String, Object>();
            keys.forEach((key, reader) -> {
                Spot part = spot.at(key);
                Object value = part.present() ? reader.read(part) : part.expected("");
                if (value != null) {
                    parts.put(key, value);
                }
            });
            return spot.problems().size() == before ? make.apply(new Parts(parts)) : null;
        };
    }

    /** Notes each name that is not known. */
    static void unknown(Set<?> found, Collection<String> known, Spot spot) {
        for (Object name : found) {
            if (!known.contains(String.valueOf(name))) {
                String nearest =
                        Nearest.to(String.valueOf(name), known)
                                .map(meant -> "; nearest: " + meant)
                                .orElse("");
                String names =
                        known.size() > FEW
                                ? "a field of the policy format"
                                : "one of " + String.join(", ", known);
                String path = spot.path().isEmpty() ? name.toString() : spot.path() + "." + name;
                spot.problems().add(new Problem(path, "unknown field", names + nearest));
            }
        }
    }

    /** The values of an object, each as its reader made it. */
    record Parts(Map<String, Object> values) {

        /** The value of the key, in the type of its reader. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        <T> T get(String key) {
            return (T) Objects.requireNonNull(values.get(key), key);
        }
    }
}
