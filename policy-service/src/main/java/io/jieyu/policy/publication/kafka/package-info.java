/** The topic of tables, and the broadcast of versions to the accounts. */
@NullMarked
package io.jieyu.policy.publication.kafka;

import org.jspecify.annotations.NullMarked;
