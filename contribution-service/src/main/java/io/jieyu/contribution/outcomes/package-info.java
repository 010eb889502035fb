/**
 * What became of each line: pending, credited, a duplicate, refused by the ledger, or rejected by
 * the intake.
 */
@NullMarked
package io.jieyu.contribution.outcomes;

import org.jspecify.annotations.NullMarked;
