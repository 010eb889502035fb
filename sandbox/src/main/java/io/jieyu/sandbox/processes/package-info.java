/**
 * Servers as processes of their own: started from a {@link io.jieyu.sandbox.processes.Launch},
 * killed, restarted, and never mistaken for a stranger that got the same pid. System tests and
 * benchmarks use this package too.
 */
@NullMarked
package io.jieyu.sandbox.processes;

import org.jspecify.annotations.NullMarked;
