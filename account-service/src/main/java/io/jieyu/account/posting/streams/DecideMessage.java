package io.jieyu.account.posting.streams;

import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Memory;
import io.jieyu.ledger.policy.Policies;

/** The ledger as the topology sees it: {@code new Ledger()::decide}. */
@FunctionalInterface
public interface DecideMessage {

    Decision decide(History history, Message message, Memory memory, Policies policies);
}
