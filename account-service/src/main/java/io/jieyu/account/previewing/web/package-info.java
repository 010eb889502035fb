/** Previews over HTTP, with their progress. */
@NullMarked
package io.jieyu.account.previewing.web;

import org.jspecify.annotations.NullMarked;
