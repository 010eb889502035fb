/** The yearly counter of the pooled benefit. */
@NullMarked
package io.jieyu.contracts.benefit;

import org.jspecify.annotations.NullMarked;
