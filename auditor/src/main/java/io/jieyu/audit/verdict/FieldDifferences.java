package io.jieyu.audit.verdict;

import io.jieyu.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Compares two JSON objects field by field. */
public final class FieldDifferences {

    private static final int MOST = 8;
    private static final int LONGEST = 120;

    private final List<FieldDifference> found = new ArrayList<>();

    private FieldDifferences() {}

    /** The first differences; one at least when the bytes differ. */
    public static List<FieldDifference> between(byte @Nullable [] found, byte[] recomputed) {
        var differences = new FieldDifferences();
        try {
            differences.compare("", found == null ? null : Json.tree(found), Json.tree(recomputed));
        } catch (JacksonException notAnObject) {
            differences.add("value", excerpt(found), "a JSON object");
        }
        if (differences.found.isEmpty()) {
            differences.add("value", "the same content in other bytes", "the canonical form");
        }
        return differences.found;
    }

    private static @Nullable String excerpt(byte @Nullable [] value) {
        return value == null
                ? null
                : new String(value, 0, Math.min(value.length, LONGEST), StandardCharsets.UTF_8);
    }

    private void compare(String path, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> leftMap && right instanceof Map<?, ?> rightMap) {
            var names = new LinkedHashSet<Object>(rightMap.keySet());
            names.addAll(leftMap.keySet());
            for (Object name : names) {
                compare(
                        path.isEmpty() ? name.toString() : path + "." + name,
                        leftMap.get(name),
                        rightMap.get(name));
            }
        } else if (left instanceof List<?> leftList && right instanceof List<?> rightList) {
            for (int i = 0; i < Math.max(leftList.size(), rightList.size()); i++) {
                compare(path + "[" + i + "]", at(leftList, i), at(rightList, i));
            }
        } else if (!Objects.equals(left, right)) {
            add(path.isEmpty() ? "value" : path, shown(left), shown(right));
        }
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void add(String field, @Nullable String left, @Nullable String right) {
        if (found.size() < MOST) {
            found.add(new FieldDifference(field, left, right));
        }
    }
}
