package io.jieyu.architecture.broken.floating;

/** Money that rounds by accident. */
final class ParameterMoney {
    static long of(float yuan) {
        return (long) yuan;
    }
}
