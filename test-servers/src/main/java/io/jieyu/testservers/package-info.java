/**
 * Servers for one test: containers where Docker answers, the sandbox's own elsewhere; the same
 * tests on both.
 */
@NullMarked
package io.jieyu.testservers;

import org.jspecify.annotations.NullMarked;
