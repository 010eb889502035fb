package io.jieyu.audit.verdict;

import io.jieyu.contracts.close.MonthSealed;

/**
 * What a close came to in one partition.
 *
 * @param seal what its seal has to say
 * @param isLast whether it is the region's last close: its sweep may still go on
 */
public record RecomputedClose(MonthSealed seal, boolean isLast) {}
