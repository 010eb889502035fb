/**
 * The sample month: a realistic payroll month, the same at every play, sent as upstream systems
 * would and then accounted for line by line.
 */
@NullMarked
package io.jieyu.sandbox.demo;

import org.jspecify.annotations.NullMarked;
