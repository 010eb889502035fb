@NullMarked
package io.jieyu.contracts;

import org.jspecify.annotations.NullMarked;
