package io.jieyu.benchmarks.posting;

/**
 * Something that works through the inbox.
 *
 * @param name for the reader
 * @param group whose committed offsets tell how far it is
 * @param limit how many messages it is given; a slow one gets fewer
 */
record Contender(String name, String group, long limit, Start start) {

    /** Starts it; closing ends it. */
    @FunctionalInterface
    interface Start {
        AutoCloseable start();
    }
}
