@NullMarked
package io.jieyu.contribution;

import org.jspecify.annotations.NullMarked;
