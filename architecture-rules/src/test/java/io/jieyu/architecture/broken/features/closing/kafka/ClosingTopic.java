package io.jieyu.architecture.broken.features.closing.kafka;

/** Technology where it belongs. */
public record ClosingTopic(String name) {}
