/** Contributions in great numbers, for benchmarks and for tests that count every fen. */
@NullMarked
package io.jieyu.sandbox.load;

import org.jspecify.annotations.NullMarked;
