package io.jieyu.contracts.hold;

import java.time.LocalDate;

/**
 * The hold of a case ends (解冻) (rulebook 6.8).
 *
 * @param caseNo number of the case
 */
public record HoldReleased(String accountId, LocalDate date, String caseNo) {}
