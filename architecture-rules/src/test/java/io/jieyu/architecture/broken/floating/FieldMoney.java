package io.jieyu.architecture.broken.floating;

/** Money that rounds by accident. */
record FieldMoney(double yuan) {}
