package io.jieyu.ledger.decision;

import io.jieyu.ledger.account.Binding;
import java.util.HashMap;
import java.util.Map;

/** What the ledger makes of a message. */
public sealed interface Decision {

    /** The message id is known: the first outcome is the answer, and there is no new record. */
    record Replayed(Answer first) implements Decision {}

    /**
     * The message has a record of its own, after those of the closes that came before it.
     *
     * @param announced what broadcasts have told by now, this message included
     */
    record Decided(CaughtUp closes, Recorded message, Announced announced) implements Decision {

        /** Where the history stands now. */
        public History after() {
            return message.after();
        }

        /** All bindings that are new or changed. */
        public Map<String, Binding> bindings() {
            if (closes.bindings().isEmpty()) {
                return message.bindings();
            }
            var all = new HashMap<>(closes.bindings());
            all.putAll(message.bindings());
            return all;
        }
    }
}
