/**
 * What the state stores hold, as bytes. The first byte of a value names its form: another field or
 * another word of an enumeration is another form.
 */
@NullMarked
package io.jieyu.account.posting.stored;

import org.jspecify.annotations.NullMarked;
