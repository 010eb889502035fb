package io.jieyu.gateway.routes;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are, such as {@code http://127.0.0.1:8082}. */
@ConfigurationProperties("jieyu.routes")
public record RouteSettings(URI contributions, URI accounts, URI policies) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public RouteSettings {
        requireHttp("contributions", contributions);
        requireHttp("accounts", accounts);
        requireHttp("policies", policies);
    }

    private static void requireHttp(String key, URI uri) {
        if (uri.getHost() == null || !SCHEMES.contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "jieyu.routes.%s: \"%s\" (expected: http://host:port)".formatted(key, uri));
        }
    }
}
