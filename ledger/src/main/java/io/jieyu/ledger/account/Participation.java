package io.jieyu.ledger.account;

/**
 * Participation status (参保状态, rulebook 4.1 and 10); the further ones come with the account's life.
 */
public enum Participation {
    NOT_ENROLLED,
    ACTIVE
}
