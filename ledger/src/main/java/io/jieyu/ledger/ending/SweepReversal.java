package io.jieyu.ledger.ending;

import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;

/** A sweep into the pooled fund is taken back (rulebook 6.25). */
public record SweepReversal(LocalDate date, String sweepId) implements AccountMessage {}
