/** Where requests go, and what is said when a service does not answer. */
@NullMarked
package io.jieyu.gateway.routes;

import org.jspecify.annotations.NullMarked;
