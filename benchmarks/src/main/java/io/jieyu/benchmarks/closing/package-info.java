/** How fast a close goes through a million accounts, and what it costs the messages beside it. */
@NullMarked
package io.jieyu.benchmarks.closing;

import org.jspecify.annotations.NullMarked;
