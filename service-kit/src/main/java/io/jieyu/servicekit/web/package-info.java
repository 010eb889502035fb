/** Problem details (RFC 9457) with the same codes everywhere. */
@NullMarked
package io.jieyu.servicekit.web;

import org.jspecify.annotations.NullMarked;
