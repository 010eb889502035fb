@NullMarked
package io.jieyu.sandbox;

import org.jspecify.annotations.NullMarked;
