/**
 * Contributions through the account topology, against two limits of such a topology and one plain
 * listener.
 */
@NullMarked
package io.jieyu.benchmarks.posting;

import org.jspecify.annotations.NullMarked;
