package io.jieyu.sandbox;

import java.io.PrintStream;
import java.net.URI;

/** A sample that is played into a running system and then told to its reader. */
@FunctionalInterface
public interface Demo {

    /**
     * Where the running system is reached.
     *
     * @param bootstrap of Kafka, e.g. {@code 127.0.0.1:9092}
     * @param gateway e.g. {@code http://127.0.0.1:8080}
     */
    record Stage(String bootstrap, URI gateway) {

        static Stage of(String bootstrap, String gateway) {
            return new Stage(bootstrap, URI.create(gateway));
        }
    }

    /**
     * Plays the whole sample, says on the way how far it is, and prints its result.
     *
     * @return the result in a few lines, which later starts show again
     * @throws DemoFailed if the system did not do what the sample expects; the message says what
     */
    String play(Stage stage, PrintStream out) throws DemoFailed, InterruptedException;
}
