package io.jieyu.policy.publication.kafka;

/** Waits before something is tried again. */
final class Pause {

    private Pause() {}

    static void of(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
