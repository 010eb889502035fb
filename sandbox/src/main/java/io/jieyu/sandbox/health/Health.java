package io.jieyu.sandbox.health;

import java.net.URI;
import java.util.Optional;

/** Tells the truth about one server at one address: ready, or what is in the way. */
public sealed interface Health permits HttpHealth, KafkaHealth, MongoHealth {

    /** Where it asks, as a URI; {@link #at} makes the same check from it again. */
    String address();

    /**
     * Empty when the server is ready to work, otherwise the reason in a few words; takes 3 seconds
     * at most.
     */
    Optional<String> trouble();

    /**
     * The check that fits the address.
     *
     * @throws IllegalArgumentException if the scheme is not http, kafka or mongodb
     */
    static Health at(String address) {
        return switch (address.replaceFirst(":.*", "")) {
            case "http" -> new HttpHealth(URI.create(address));
            case "kafka" -> new KafkaHealth(address.replaceFirst("^kafka://", ""));
            case "mongodb", "mongodb+srv" -> new MongoHealth(address);
            default ->
                    throw new IllegalArgumentException(
                            "health: " + address + " (expected: http://, kafka:// or mongodb://)");
        };
    }
}
