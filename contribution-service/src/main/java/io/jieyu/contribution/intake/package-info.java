/**
 * Taking lines in: every line is either received for its account or rejected with all its errors.
 */
@NullMarked
package io.jieyu.contribution.intake;

import org.jspecify.annotations.NullMarked;
