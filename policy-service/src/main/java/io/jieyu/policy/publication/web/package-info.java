/** The tables over HTTP. */
@NullMarked
package io.jieyu.policy.publication.web;

import org.jspecify.annotations.NullMarked;
