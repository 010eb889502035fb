/** Accounts, entries and totals over HTTP; every answer says how far it is. */
@NullMarked
package io.jieyu.account.reading.web;

import org.jspecify.annotations.NullMarked;
