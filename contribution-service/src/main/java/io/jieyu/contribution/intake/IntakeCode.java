package io.jieyu.contribution.intake;

/**
 * Why the intake rejects a line, in order of precedence: the first that applies to the whole line
 * ends the reading.
 */
public enum IntakeCode {
    /** The value is larger than a line may be. */
    TOO_LARGE,
    /** A header that every message needs is missing. */
    MISSING_HEADER,
    /** The message type is not that of a contribution line. */
    WRONG_TYPE,
    /** The value is no JSON, or has a key twice. */
    NOT_JSON,
    /**
     * A field is missing, of another type, or out of its range; as the ledger's code of this name.
     */
    INVALID_FIELD,
    /** The region's first two digits are no province of GB/T 2260. */
    UNKNOWN_REGION,
    /** A field that only the ledger itself may write (rulebook 5.8). */
    CAUSED_BY_NOT_ALLOWED
}
