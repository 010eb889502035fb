/** Instructions over HTTP. */
@NullMarked
package io.jieyu.account.instructing.web;

import org.jspecify.annotations.NullMarked;
