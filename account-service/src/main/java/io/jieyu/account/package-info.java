@NullMarked
package io.jieyu.account;

import org.jspecify.annotations.NullMarked;
