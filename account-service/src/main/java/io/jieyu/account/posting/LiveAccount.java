package io.jieyu.account.posting;

import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Remarks;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Applied;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands at this moment, all closes of its region applied.
 *
 * @param account null while there is none
 * @param announced the policies and closes that its partition knows
 * @param nextClose what the close of the open month would make of it now; null while there is no
 *     account or no month of its region was ever closed
 */
public record LiveAccount(
        @Nullable Account account,
        Remarks remarks,
        Announced announced,
        @Nullable Applied nextClose) {}
