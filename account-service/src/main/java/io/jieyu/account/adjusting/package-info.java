/**
 * Adjustments: what a version that begins in the past makes of months that are posted, reviewed and
 * approved by a second person, then posted as true-ups (rulebook 6.3, 6.22).
 */
@NullMarked
package io.jieyu.account.adjusting;

import org.jspecify.annotations.NullMarked;
