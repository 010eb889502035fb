/**
 * Speed, measured against a limit in the same run on the same machine: {@code ./jieyu bench}. A
 * figure without its baseline means nothing here.
 */
@NullMarked
package io.jieyu.benchmarks;

import org.jspecify.annotations.NullMarked;
