/**
 * The program behind {@code ./jieyu}: starts, shows and stops everything on one machine. Each verb
 * is a class; what they start is described in {@code processes}, {@code kafka}, {@code mongo} and
 * {@code services}.
 */
@NullMarked
package io.jieyu.sandbox;

import org.jspecify.annotations.NullMarked;
