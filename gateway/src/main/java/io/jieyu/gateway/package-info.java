@NullMarked
package io.jieyu.gateway;

import org.jspecify.annotations.NullMarked;
