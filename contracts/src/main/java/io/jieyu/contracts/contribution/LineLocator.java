package io.jieyu.contracts.contribution;

import org.jspecify.annotations.Nullable;

/**
 * Where a line stands: a place in a topic, or in a batch.
 *
 * @param channel KAFKA or HTTP
 */
public record LineLocator(
        String channel,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String batchId,
        @Nullable Integer lineNumber) {

    public static LineLocator inTopic(String topic, int partition, long offset) {
        return new LineLocator("KAFKA", topic, partition, offset, null, null);
    }

    public static LineLocator inBatch(String batchId, int lineNumber) {
        return new LineLocator("HTTP", null, null, null, batchId, lineNumber);
    }
}
