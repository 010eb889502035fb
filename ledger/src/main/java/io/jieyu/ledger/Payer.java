package io.jieyu.ledger;

/** Who pays a contribution; decides the months of waiting after a lapse (rulebook 6.1, 10.3). */
public enum Payer {
    EMPLOYER,
    INDIVIDUAL
}
