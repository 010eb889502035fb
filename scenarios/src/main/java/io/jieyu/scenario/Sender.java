package io.jieyu.scenario;

import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.MemoryLedger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the messages of a scenario to a ledger and remembers them. */
final class Sender {

    private static final String BROADCASTS = Broadcasts.scope(0);

    private final MemoryLedger ledger;
    private final List<Sent> sent = new ArrayList<>();
    private @Nullable String lastDate;

    Sender(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    Decision broadcast(String id, String kind, Map<String, @Nullable Object> fields) {
        return send(BROADCASTS, id, kind, fields);
    }

    Decision send(String scope, String id, String kind, Map<String, @Nullable Object> fields) {
        LinkedHashMap<String, @Nullable Object> message = new LinkedHashMap<>(fields);
        if (!scope.equals(BROADCASTS)) {
            message.putFirst("accountId", scope);
        }
        sent.add(new Sent(scope, id, kind, message));
        if (message.get("date") instanceof String date) {
            lastDate = date;
        }
        return ledger.send(scope, id, kind, message);
    }

    /** The date of the message before; null before the first. */
    @Nullable String lastDate() {
        return lastDate;
    }

    List<Sent> sent() {
        return sent;
    }
}
