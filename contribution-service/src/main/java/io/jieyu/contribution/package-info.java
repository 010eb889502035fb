/**
 * Contributions on their way in: {@code intake} checks and passes them on, {@code outcomes} tells
 * what became of them.
 */
@NullMarked
package io.jieyu.contribution;

import org.jspecify.annotations.NullMarked;
