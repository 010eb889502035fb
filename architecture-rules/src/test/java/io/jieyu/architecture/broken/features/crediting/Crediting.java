package io.jieyu.architecture.broken.features.crediting;

import io.jieyu.architecture.broken.features.closing.kafka.ClosingTopic;

/** Reaches behind the wall of another feature. */
record Crediting(ClosingTopic topic) {}
