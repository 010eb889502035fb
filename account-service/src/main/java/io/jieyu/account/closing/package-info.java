/**
 * The close of a month or a year: asked for, confirmed, followed, and proved complete (月结, 年度结转).
 */
@NullMarked
package io.jieyu.account.closing;

import org.jspecify.annotations.NullMarked;
