package io.jieyu.sandbox.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line as its payroll system sends it.
 *
 * @param channel how it is sent
 * @param batchId the batch it is asked for by
 * @param messageId permanent; null for a line that was made without one
 * @param fields of the line; empty when {@code raw} is sent instead
 * @param raw what is sent instead of JSON; null for a line that is JSON
 */
record SampleLine(
        Channel channel,
        String batchId,
        @Nullable String messageId,
        Map<String, Object> fields,
        @Nullable String raw) {

    enum Channel {
        KAFKA,
        HTTP
    }

    SampleLine with(String field, Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new SampleLine(channel, batchId, messageId, changed, raw);
    }

    SampleLine as(@Nullable String otherId) {
        return new SampleLine(channel, batchId, otherId, fields, raw);
    }

    SampleLine broken(String text) {
        return new SampleLine(channel, batchId, messageId, Map.of(), text);
    }
}
