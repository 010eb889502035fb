package io.jieyu.ledger.ending;

import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;

/** A person who was deregistered or had left takes part again (rulebook 6.24). */
public record Reenrolment(LocalDate date) implements AccountMessage {}
