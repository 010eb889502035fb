/**
 * Contribution lines on their way: as submitted, as received for an account, or rejected with the
 * reason.
 */
@NullMarked
package io.jieyu.contracts.contribution;

import org.jspecify.annotations.NullMarked;
