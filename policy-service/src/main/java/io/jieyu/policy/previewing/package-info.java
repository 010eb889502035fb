/** What a draft would do: to scenarios, and to the accounts of a region. */
@NullMarked
package io.jieyu.policy.previewing;

import org.jspecify.annotations.NullMarked;
