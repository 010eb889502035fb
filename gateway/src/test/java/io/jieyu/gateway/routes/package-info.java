/** Where requests arrive, and what comes back when they cannot. */
@NullMarked
package io.jieyu.gateway.routes;

import org.jspecify.annotations.NullMarked;
