package io.jieyu.contracts.hold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Spending is stopped for a reason (冻结). No hold takes money; an ADMIN hold lets credits wait
 * (rulebook 6.8, 13.3, 13.9).
 *
 * @param hold why spending stops
 * @param caseNo number of the case: the business key, also of the release
 * @param months length of a COMPLIANCE hold; absent = the region's usual one
 */
public record HoldPlaced(
        String accountId, LocalDate date, String hold, String caseNo, @Nullable Long months) {}
