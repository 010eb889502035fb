package io.jieyu.document.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values of documents, for a terminal and for programs. */
final class Values {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Values() {}

    /** As a document writes it, on one line. */
    static String line(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + line(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream().map(Values::line).collect(Collectors.joining(", ", "[", "]"));
            case String text when text.matches("[A-Z_]+") -> text;
            case null -> "null";
            case String text -> '"' + text + '"';
            default -> value.toString();
        };
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
