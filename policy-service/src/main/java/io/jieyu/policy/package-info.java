/**
 * The rate tables of the regions: published once, in order, to everybody who computes with them.
 */
@NullMarked
package io.jieyu.policy;

import org.jspecify.annotations.NullMarked;
