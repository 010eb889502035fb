/**
 * What a table would do before it is published: the month's credits by band, the next close, and
 * the months that are posted, over all accounts of a region.
 */
@NullMarked
package io.jieyu.account.previewing;

import org.jspecify.annotations.NullMarked;
