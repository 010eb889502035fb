/**
 * Credits that wait: where a region holds credits after its table's date of review, the lines of
 * later months stand in a queue until a new table arrives, and go on in their order.
 */
@NullMarked
package io.jieyu.contribution.holding;

import org.jspecify.annotations.NullMarked;
