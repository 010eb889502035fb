package io.jieyu.servicekit.mongo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the read side is. */
@ConfigurationProperties("jieyu.mongodb")
public record MongoSettings(String uri, String database) {

    public MongoSettings {
        if (!uri.startsWith("mongodb://") && !uri.startsWith("mongodb+srv://")) {
            throw new IllegalArgumentException(
                    "jieyu.mongodb.uri: \"%s\" (expected: mongodb://… or mongodb+srv://…)"
                            .formatted(uri));
        }
    }
}
