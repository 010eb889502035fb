package io.jieyu.policy.publication.kafka;

import io.jieyu.document.DocumentSet;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which set of tables this system runs; sets are never mixed.
 *
 * @param set {@code default} or {@code as-published-2025}
 */
@ConfigurationProperties("jieyu.policies")
record PolicySettings(String set) {

    public PolicySettings {
        if (!DocumentSet.BUNDLED.contains(set)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "jieyu.policies.set: \"%s\" (expected: one of %s)",
                            set,
                            String.join(", ", DocumentSet.BUNDLED)));
        }
    }
}
