/**
 * Scenario files: the life of one or more accounts as a list of messages, and what must be true on
 * the way. An administrator tries a policy with one, an auditor settles an argument.
 */
@NullMarked
package io.jieyu.scenario;

import org.jspecify.annotations.NullMarked;
