/** MongoDB, the read side: it may be lost at any time and is rebuilt from the topics. */
@NullMarked
package io.jieyu.servicekit.mongo;

import org.jspecify.annotations.NullMarked;
