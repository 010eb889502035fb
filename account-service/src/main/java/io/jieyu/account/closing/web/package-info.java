/** Closes over HTTP. */
@NullMarked
package io.jieyu.account.closing.web;

import org.jspecify.annotations.NullMarked;
