/**
 * Drafts: a document is saved, proposed and approved by a second person; the approval publishes it.
 */
@NullMarked
package io.jieyu.policy.drafting;

import org.jspecify.annotations.NullMarked;
