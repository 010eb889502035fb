package io.jieyu.ledger.holds;

import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;

/** A hold is released (解冻, rulebook 6.8). */
public record ReleasedHold(LocalDate date, String caseNo) implements AccountMessage {}
