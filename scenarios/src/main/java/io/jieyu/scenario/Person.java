package io.jieyu.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A person of a scenario; the key is the person id.
 *
 * @param born in the words of the file, to be judged as a message
 */
public record Person(
        String key,
        String region,
        @Nullable Object born,
        @Nullable Object sex,
        @Nullable Object category) {

    String accountId() {
        return region + "-" + key;
    }
}
