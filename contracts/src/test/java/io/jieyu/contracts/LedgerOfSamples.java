package io.jieyu.contracts;

import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.MemoryLedger;
import io.jieyu.ledger.decision.Recorded;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The real ledger in memory: samples of its records are what it decides, not what we think. */
final class LedgerOfSamples {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
            new TypeReference<>() {};

    private final MemoryLedger ledger = new MemoryLedger();

    Recorded decide(String scope, String messageId, MessageType type, Object value) {
        Map<String, @Nullable Object> fields =
                MessageJson.MAPPER.readValue(MessageJson.MAPPER.writeValueAsString(value), FIELDS);
        Decision decision = ledger.send(scope, messageId, type.kind().orElseThrow(), fields);
        return ((Decision.Decided) decision).message();
    }
}
