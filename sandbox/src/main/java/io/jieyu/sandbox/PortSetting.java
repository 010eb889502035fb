package io.jieyu.sandbox;

import java.util.Map;

/**
 * A port that this program's servers listen on.
 *
 * @param setting the environment variable that changes it
 */
record PortSetting(String process, int port, String setting) {

    // One less than there are, because Kafka's controller listens one above Kafka.
    private static final int LARGEST = 65_534;

    /**
     * The port that the environment names, or the usual one.
     *
     * @throws IllegalArgumentException if the environment names something that is not a port
     */
    static PortSetting of(
            String process, int usual, String setting, Map<String, String> environment) {
        String text = environment.getOrDefault(setting, "").strip();
        if (text.isEmpty()) {
            return new PortSetting(process, usual, setting);
        }
        if (!text.matches("\\d{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > LARGEST) {
            throw new IllegalArgumentException(
                    setting + ": " + text + " (expected: a port from 1 to " + LARGEST + ")");
        }
        return new PortSetting(process, Integer.parseInt(text), setting);
    }
}
