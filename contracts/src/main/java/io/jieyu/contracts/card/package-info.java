/** What becomes of the card of a person. */
@NullMarked
package io.jieyu.contracts.card;

import org.jspecify.annotations.NullMarked;
