/**
 * The rules of the architecture as tests, in one place: what a module may depend on, where
 * technology lives, how things are named, and what the core must never do.
 *
 * <p>A module of its own and no test-jar of the core, so that a build without tests ({@code
 * -Dmaven.test.skip}) resolves it like any other.
 */
@NullMarked
package io.jieyu.architecture;

import org.jspecify.annotations.NullMarked;
