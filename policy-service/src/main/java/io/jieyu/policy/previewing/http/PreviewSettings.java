package io.jieyu.policy.previewing.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the accounts are.
 *
 * @param accounts account-service, such as {@code http://127.0.0.1:8082}
 */
@ConfigurationProperties("jieyu.previews")
record PreviewSettings(URI accounts) {

    public PreviewSettings {
        if (accounts == null || accounts.getHost() == null) {
            throw new IllegalArgumentException(
                    "jieyu.previews.accounts: \""
                            + accounts
                            + "\" (expected: an address such as http://127.0.0.1:8082)");
        }
    }
}
