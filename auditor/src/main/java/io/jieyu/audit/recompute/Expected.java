package io.jieyu.audit.recompute;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.decision.Recorded;

/**
 * A record that the inbox comes to.
 *
 * @param cause place in the inbox of the message or the close that caused it
 * @param timestamp of that message
 * @param ofClose whether a close caused it
 * @param owed whether it must be there by now; false while the service may yet write it
 */
record Expected(Recorded recorded, long cause, long timestamp, boolean ofClose, boolean owed) {

    Hash hash() {
        return recorded.json().hash();
    }

    long sequence() {
        return recorded.record().sequence();
    }

    /** What tells causes apart within a history. */
    String causeKey() {
        return causeKey(ofClose, recorded.record().messageId());
    }

    static String causeKey(boolean ofClose, String messageId) {
        return (ofClose ? "close " : "message ") + messageId;
    }
}
