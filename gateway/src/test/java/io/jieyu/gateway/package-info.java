/** The gateway as a process sees it: stub services behind it, HTTP or a real browser before it. */
@NullMarked
package io.jieyu.gateway;

import org.jspecify.annotations.NullMarked;
