package io.jieyu.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a message strictly (rulebook 5.1): a null field is absent, an amount is a
 * JSON integer, a text is not empty, nothing is coerced. The first bad field ends the reading.
 */
public final class Fields {

    private static final int DATE_LENGTH = 10;
    private static final int MONTH_LENGTH = 7;

    private final Map<String, @Nullable Object> values;
    private final String path;

    public Fields(Map<String, @Nullable Object> values) {
        this(values, "");
    }

    private Fields(Map<String, @Nullable Object> values, String path) {
        this.values = values;
        this.path = path;
    }

    /** The fields of an object inside; errors name them by their path. */
    public Fields inside(String name) throws InvalidField {
        return new Fields(object(name), path + name + ".");
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public String text(String name) throws InvalidField {
        String text = optionalText(name);
        if (text == null) {
            throw new InvalidField(path + name, null, "a text");
        }
        return text;
    }

    public @Nullable String optionalText(String name) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new InvalidField(path + name, value, "a text that is not empty");
    }

    /** A whole number of fen, at least {@code minimum}. */
    public long fen(String name, long minimum) throws InvalidField {
        Long amount = optionalFen(name, minimum);
        if (amount == null) {
            throw new InvalidField(path + name, null, "a whole number of fen >= " + minimum);
        }
        return amount;
    }

    public @Nullable Long optionalFen(String name, long minimum) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long amount && amount >= minimum) {
            return amount;
        }
        throw new InvalidField(path + name, value, "a whole number of fen >= " + minimum);
    }

    /** A whole number, at least {@code minimum}; {@code fallback} when absent. */
    public int number(String name, int minimum, int fallback) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Long number && number >= minimum && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw new InvalidField(path + name, value, "a whole number >= " + minimum);
    }

    /** A whole number, at least {@code minimum}. */
    public long number(String name, long minimum) throws InvalidField {
        Object value = values.get(name);
        if (value instanceof Long number && number >= minimum) {
            return number;
        }
        throw new InvalidField(path + name, value, "a whole number >= " + minimum);
    }

    public @Nullable Long optionalNumber(String name) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw new InvalidField(path + name, value, "a whole number");
    }

    /** True or false; {@code fallback} when absent. */
    public boolean truth(String name, boolean fallback) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new InvalidField(path + name, value, "true or false");
    }

    public LocalDate date(String name) throws InvalidField {
        LocalDate date = optionalDate(name);
        if (date == null) {
            throw new InvalidField(path + name, null, "a date such as \"2025-01-05\"");
        }
        return date;
    }

    public @Nullable LocalDate optionalDate(String name) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && text.length() == DATE_LENGTH) {
            try {
                return CalendarText.date(text);
            } catch (DateTimeException notADate) {
                throw new InvalidField(
                        path + name, value, "a date that exists, such as \"2025-01-05\"");
            }
        }
        throw new InvalidField(path + name, value, "a date such as \"2025-01-05\"");
    }

    public YearMonth month(String name) throws InvalidField {
        YearMonth month = optionalMonth(name);
        if (month == null) {
            throw new InvalidField(path + name, null, "a month such as \"2025-01\"");
        }
        return month;
    }

    public @Nullable YearMonth optionalMonth(String name) throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && text.length() == MONTH_LENGTH) {
            try {
                return CalendarText.month(text);
            } catch (DateTimeException notAMonth) {
                throw new InvalidField(
                        path + name, value, "a month that exists, such as \"2025-01\"");
            }
        }
        throw new InvalidField(path + name, value, "a month such as \"2025-01\"");
    }

    /** One of the words of an enumeration. */
    public <E extends Enum<E>> E choice(String name, Class<E> words) throws InvalidField {
        return choice(name, Arrays.asList(words.getEnumConstants()));
    }

    /** One of these words. */
    public <E extends Enum<E>> E choice(String name, List<E> words) throws InvalidField {
        E word = optionalChoice(name, words);
        if (word == null) {
            throw new InvalidField(path + name, null, expected(words));
        }
        return word;
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> words)
            throws InvalidField {
        return optionalChoice(name, Arrays.asList(words.getEnumConstants()));
    }

    private <E extends Enum<E>> @Nullable E optionalChoice(String name, List<E> words)
            throws InvalidField {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        for (E word : words) {
            if (word.name().equals(value)) {
                return word;
            }
        }
        throw new InvalidField(path + name, value, expected(words));
    }

    /** A JSON object, such as a policy document. */
    @SuppressWarnings("unchecked") // the keys of a JSON tree are texts
    public Map<String, @Nullable Object> object(String name) throws InvalidField {
        if (values.get(name) instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new InvalidField(path + name, values.get(name), "an object");
    }

    public @Nullable Map<String, @Nullable Object> optionalObject(String name) throws InvalidField {
        return values.get(name) == null ? null : object(name);
    }

    private static String expected(List<? extends Enum<?>> words) {
        return "one of " + String.join(", ", words.stream().map(Enum::name).toList());
    }
}
