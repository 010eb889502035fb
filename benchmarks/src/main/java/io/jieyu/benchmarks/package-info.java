@NullMarked
package io.jieyu.benchmarks;

import org.jspecify.annotations.NullMarked;
