package io.jieyu.servicekit.mongo;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the read side is. */
@ConfigurationProperties("jieyu.mongodb")
public record MongoSettings(String uri, String database) {

    public MongoSettings {
        if (!uri.startsWith("mongodb://") && !uri.startsWith("mongodb+srv://")) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "jieyu.mongodb.uri: \"%s\" (expected: mongodb://… or mongodb+srv://…)",
                            uri));
        }
    }
}
