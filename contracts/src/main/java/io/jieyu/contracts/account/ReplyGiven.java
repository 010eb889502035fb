package io.jieyu.contracts.account;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's answer to a message. A retry gets the first outcome again, for ever.
 *
 * @param sequence of the ledger record that holds the whole answer
 * @param replayed whether the message id was known already
 * @param outcome the first outcome
 * @param refusal why, when refused
 * @param result figures of the outcome, such as {@code paidFen} of a spend; null when there are
 *     none
 * @param balances after the first outcome
 */
public record ReplyGiven(
        String messageId,
        String accountId,
        long sequence,
        boolean replayed,
        Outcome outcome,
        @Nullable Refusal refusal,
        @Nullable Map<String, Object> result,
        Balances balances) {}
