package io.jieyu.ledger.account;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.policy.PolicyBook;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may look at beside its message.
 *
 * @param messageId the message that is decided
 * @param account as it stands, all closes applied; null while there is none
 * @param policies of the account's region, as known at this place
 * @param region how far its months are closed
 * @param bindings what earlier messages bound and booked
 */
public record Situation(
        AccountId id,
        String messageId,
        @Nullable Account account,
        PolicyBook policies,
        RegionMonths region,
        Bindings bindings) {}
