package io.jieyu.contribution.outcomes;

/** Where a line stands. */
public enum LineState {
    /** Received, on its way to its account. */
    PENDING,
    /** Received, and waits for a new table of its region. */
    HELD,
    CREDITED,
    /** The ledger knows the same contribution under another id: nothing was posted twice. */
    DUPLICATE,
    /** The ledger refused it; the code says why. */
    REFUSED,
    /** The intake refused it; it never reached an account. */
    REJECTED
}
