package io.jieyu.architecture.broken.floating;

/** Money that rounds by accident. */
final class CallMoney {
    static long of(String yuan) {
        return (long) (Double.parseDouble(yuan) * 100);
    }
}
