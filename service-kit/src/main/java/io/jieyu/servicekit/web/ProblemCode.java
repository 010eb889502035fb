package io.jieyu.servicekit.web;

import org.springframework.http.HttpStatus;

/** What a caller can be told over HTTP beside the ledger's own codes. */
public enum ProblemCode {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    ACCOUNT_NOT_FOUND(HttpStatus.NOT_FOUND),
    ENTRY_NOT_FOUND(HttpStatus.NOT_FOUND),
    BATCH_NOT_FOUND(HttpStatus.NOT_FOUND),
    LINE_NOT_FOUND(HttpStatus.NOT_FOUND),
    POLICY_NOT_FOUND(HttpStatus.NOT_FOUND),
    CLOSING_NOT_FOUND(HttpStatus.NOT_FOUND),
    ADJUSTMENTS_NOT_FOUND(HttpStatus.NOT_FOUND),
    /** Everything is posted as the version would credit it. */
    NOTHING_TO_ADJUST(HttpStatus.CONFLICT),
    /** A list is not the one that was reviewed. */
    LIST_CHANGED(HttpStatus.CONFLICT),
    DRAFT_NOT_FOUND(HttpStatus.NOT_FOUND),
    /** A document has errors; all of them are told. */
    DRAFT_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** A draft is not where the step would begin. */
    DRAFT_STATE(HttpStatus.CONFLICT),
    /** A table would begin in a closed month. */
    EFFECTIVE_MONTH_CLOSED(HttpStatus.CONFLICT),
    /** The month before is not proved complete yet. */
    CLOSING_INCOMPLETE(HttpStatus.CONFLICT),
    CLOSE_NOT_CONSECUTIVE(HttpStatus.CONFLICT),
    /** It needs a second person. */
    SAME_PERSON(HttpStatus.CONFLICT),
    REFUSED_BY_THE_LEDGER(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** The read side cannot answer yet; never an empty answer instead. */
    READ_SIDE_BEHIND(HttpStatus.SERVICE_UNAVAILABLE),
    /** Kafka does not answer; nothing was taken in. */
    NOT_TAKEN_IN(HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
