package io.jieyu.policy.publication;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which set of tables this system runs; sets are never mixed.
 *
 * @param set {@code default} or {@code as-published-2025}
 */
@ConfigurationProperties("jieyu.policies")
public record PolicySettings(String set) {

    private static final List<String> BUNDLED = List.of("default", "as-published-2025");

    public PolicySettings {
        if (!BUNDLED.contains(set)) {
            throw new IllegalArgumentException(
                    "jieyu.policies.set: \"%s\" (expected: one of %s)"
                            .formatted(set, String.join(", ", BUNDLED)));
        }
    }
}
