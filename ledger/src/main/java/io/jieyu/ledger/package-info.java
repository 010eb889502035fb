@NullMarked
package io.jieyu.ledger;

import org.jspecify.annotations.NullMarked;
