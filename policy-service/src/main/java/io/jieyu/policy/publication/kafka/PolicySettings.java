package io.jieyu.policy.publication.kafka;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which set of tables this system runs; sets are never mixed.
 *
 * @param set {@code default} or {@code as-published-2025}
 */
@ConfigurationProperties("jieyu.policies")
record PolicySettings(String set) {

    private static final List<String> BUNDLED = List.of("default", "as-published-2025");

    public PolicySettings {
        if (!BUNDLED.contains(set)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "jieyu.policies.set: \"%s\" (expected: one of %s)",
                            set,
                            String.join(", ", BUNDLED)));
        }
    }
}
