package io.jieyu.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy document, or some fields of one, as a file has it. */
public record Document(Map<String, @Nullable Object> fields) {

    /** The versions of a whole document; one of another form is judged by its messages. */
    @SuppressWarnings("unchecked") // the keys of a YAML map are texts here
    List<Document> versions() {
        return fields.get("versions") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(version -> new Document((Map<String, @Nullable Object>) version))
                        .toList()
                : List.of();
    }
}
