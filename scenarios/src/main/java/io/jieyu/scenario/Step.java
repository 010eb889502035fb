package io.jieyu.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a scenario.
 *
 * @param number from 1
 * @param line of the file
 * @param key what it does: a message kind, a shorthand or a check
 * @param body what stands under the key
 * @param beside what stands beside the key: {@code outcome}, {@code posted} and so on
 */
public record Step(
        int number,
        int line,
        String key,
        Map<String, @Nullable Object> body,
        Map<String, @Nullable Object> beside) {

    boolean has(String name) {
        return body.containsKey(name);
    }

    @Nullable Object get(String name) {
        return body.get(name);
    }

    String text(String name) {
        return String.valueOf(body.get(name));
    }
}
