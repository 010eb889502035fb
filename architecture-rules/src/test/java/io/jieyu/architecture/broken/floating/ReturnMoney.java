package io.jieyu.architecture.broken.floating;

/** Money that rounds by accident. */
final class ReturnMoney {
    static Double of() {
        return 1.5;
    }
}
