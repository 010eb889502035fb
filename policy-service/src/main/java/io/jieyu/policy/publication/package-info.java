/**
 * What is published: the tables of the regions on two time axes, and the journal by which they
 * change, one writer at a time, all of a step or nothing of it.
 */
@NullMarked
package io.jieyu.policy.publication;

import org.jspecify.annotations.NullMarked;
