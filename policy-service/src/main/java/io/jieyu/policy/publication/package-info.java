/**
 * Publication: a set of tables goes to its topic and to every partition of the inbox, all of it or
 * nothing.
 */
@NullMarked
package io.jieyu.policy.publication;

import org.jspecify.annotations.NullMarked;
