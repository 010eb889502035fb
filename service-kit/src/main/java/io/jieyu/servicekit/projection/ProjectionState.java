package io.jieyu.servicekit.projection;

/** What a projector is doing. */
public enum ProjectionState {
    /** Has not caught up yet since it started, or since it began to rebuild. */
    CATCHING_UP,
    /** Has seen everything that was there. */
    UP_TO_DATE,
    /** MongoDB or Kafka does not answer; it tries again. */
    WAITING
}
