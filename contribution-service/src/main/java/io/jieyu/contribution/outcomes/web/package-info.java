/** Batches and lines over HTTP. */
@NullMarked
package io.jieyu.contribution.outcomes.web;

import org.jspecify.annotations.NullMarked;
