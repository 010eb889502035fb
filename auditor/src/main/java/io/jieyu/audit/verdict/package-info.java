/** What an audit has found, and how it is told. */
@NullMarked
package io.jieyu.audit.verdict;

import org.jspecify.annotations.NullMarked;
