package io.jieyu.ledger.decision;

import io.jieyu.ledger.Hash;

/**
 * What an accepted message bound its business key to (rulebook 5.2).
 *
 * @param content hash of the content that a duplicate must repeat
 */
public record Binding(String messageId, Hash content) {}
