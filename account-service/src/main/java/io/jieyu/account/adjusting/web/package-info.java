/** Adjustments over HTTP. */
@NullMarked
package io.jieyu.account.adjusting.web;

import org.jspecify.annotations.NullMarked;
