package io.jieyu.contribution.holding;

import java.time.LocalDate;

/** A table whose date of review is over. */
public record Overdue(String policyId, LocalDate reviewBy) {}
