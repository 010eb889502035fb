package io.jieyu.ledger.policy;

/** How long a compliance hold may last (rulebook 6.8). */
public record ComplianceHold(long minMonths, long maxMonths, long defaultMonths) {}
