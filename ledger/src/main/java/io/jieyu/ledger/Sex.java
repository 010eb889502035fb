package io.jieyu.ledger;

/** Decides the contribution years that a retirement needs (rulebook 6.9). */
public enum Sex {
    MALE,
    FEMALE
}
