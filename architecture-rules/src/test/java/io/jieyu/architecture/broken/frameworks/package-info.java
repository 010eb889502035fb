/** Breaks: free of frameworks. */
@NullMarked
package io.jieyu.architecture.broken.frameworks;

import org.jspecify.annotations.NullMarked;
