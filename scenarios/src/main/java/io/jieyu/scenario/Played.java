package io.jieyu.scenario;

import io.jieyu.ledger.decision.MemoryLedger;
import java.util.List;

/**
 * A scenario after it was played.
 *
 * @param differences empty when all holds
 * @param sent every message, in order
 * @param ledger as the story left it
 */
public record Played(
        Scenario scenario, List<Difference> differences, List<Sent> sent, MemoryLedger ledger) {}
