package io.jieyu.architecture.broken.features.closing;

import io.jieyu.architecture.broken.features.closing.kafka.ClosingTopic;
import org.springframework.stereotype.Component;

/** Technology in the feature's own package; its own sub-package it may use. */
@Component
record Closing(ClosingTopic topic) {}
