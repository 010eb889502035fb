/** The auditor against merely reading and parsing what it audits. */
@NullMarked
package io.jieyu.benchmarks.auditing;

import org.jspecify.annotations.NullMarked;
