/** Drafts over HTTP. */
@NullMarked
package io.jieyu.policy.drafting.web;

import org.jspecify.annotations.NullMarked;
