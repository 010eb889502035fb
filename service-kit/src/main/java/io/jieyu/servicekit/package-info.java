@NullMarked
package io.jieyu.servicekit;

import org.jspecify.annotations.NullMarked;
