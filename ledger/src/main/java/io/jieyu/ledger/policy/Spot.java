package io.jieyu.ledger.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value at its place in a document, while the document is read. Problems are collected, so that
 * all are told at once.
 *
 * @param present whether the value stands there at all; a null that is written is present
 */
record Spot(String path, @Nullable Object value, boolean present, List<Problem> problems) {

    static Spot of(Map<String, @Nullable Object> object, String key, List<Problem> problems) {
        return new Spot(key, object.get(key), object.containsKey(key), problems);
    }

    /** The value of a key of the object that stands here. */
    Spot at(String key) {
        return value instanceof Map<?, ?> object
                ? new Spot(path + "." + key, object.get(key), object.containsKey(key), problems)
                : new Spot(path + "." + key, null, false, problems);
    }

    Spot at(int index, @Nullable Object element) {
        return new Spot(path + "[" + index + "]", element, true, problems);
    }

    /**
     * Notes that something else was expected here; the null stands for whatever could not be read.
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> @Nullable T expected(String what) {
        problems.add(new Problem(path, present ? shown(value) : "missing", what));
        return null;
    }

    /** Whether the condition holds; notes what was expected where it does not. */
    boolean holds(boolean condition, String what) {
        if (!condition) {
            expected(what);
        }
        return condition;
    }

    /** As JSON writes it, on one line. */
    static String shown(@Nullable Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case List<?> list ->
                    list.stream().map(Spot::shown).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case null -> "null";
            default -> value.toString();
        };
    }
}
