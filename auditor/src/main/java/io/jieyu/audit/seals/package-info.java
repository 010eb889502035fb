/** The seals and certificates of closes, compared with what the closes came to. */
@NullMarked
package io.jieyu.audit.seals;

import org.jspecify.annotations.NullMarked;
