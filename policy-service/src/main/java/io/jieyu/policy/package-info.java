@NullMarked
package io.jieyu.policy;

import org.jspecify.annotations.NullMarked;
