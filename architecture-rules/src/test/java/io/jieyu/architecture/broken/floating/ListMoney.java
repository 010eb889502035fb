package io.jieyu.architecture.broken.floating;

/** Money that rounds by accident. */
final class ListMoney {
    static long of(double[] yuan) {
        return yuan.length;
    }
}
