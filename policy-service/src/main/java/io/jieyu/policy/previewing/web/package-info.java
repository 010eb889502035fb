/** Previews of drafts over HTTP. */
@NullMarked
package io.jieyu.policy.previewing.web;

import org.jspecify.annotations.NullMarked;
