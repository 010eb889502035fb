/** The lines in MongoDB, put together from three topics in whatever order they arrive. */
@NullMarked
package io.jieyu.contribution.outcomes.mongo;

import org.jspecify.annotations.NullMarked;
