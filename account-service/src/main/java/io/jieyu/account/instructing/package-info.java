/** Instructions to one account over HTTP: sent to the inbox, answered by the ledger itself. */
@NullMarked
package io.jieyu.account.instructing;

import org.jspecify.annotations.NullMarked;
