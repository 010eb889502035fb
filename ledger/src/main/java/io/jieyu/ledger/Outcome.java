package io.jieyu.ledger;

/**
 * What became of a message (rulebook 5.4). A replay by id has no outcome of its own: the first one
 * is the answer.
 */
public enum Outcome {
    ACCEPTED,
    /**
     * The business key is bound to the same content: nothing is posted, the first message is named.
     */
    DUPLICATE,
    REFUSED
}
