/** The meters of all services, in one list. */
@NullMarked
package io.jieyu.servicekit.observability;

import org.jspecify.annotations.NullMarked;
