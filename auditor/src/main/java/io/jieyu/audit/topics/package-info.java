/** Where the records come from: a broker that runs, or a folder that was exported. */
@NullMarked
package io.jieyu.audit.topics;

import org.jspecify.annotations.NullMarked;
