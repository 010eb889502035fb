package io.jieyu.sandbox;

import io.jieyu.sandbox.kafka.BrokerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Verb {

    /** Asked for by a person. */
    sealed interface Command extends Verb {}

    record Up(boolean empty, boolean detach) implements Command {}

    record Down() implements Command {}

    record Status() implements Command {}

    /**
     * Plays a sample on what runs.
     *
     * @param year the sample year; null: the sample month
     */
    record Play(@Nullable Integer year) implements Command {}

    /** Asked for by this program itself, when it starts a broker as a process. */
    record Kafka(BrokerSettings settings) implements Verb {}

    /** Asked for by this program itself, when it starts the embedded server as a process. */
    record Mongo(int port) implements Verb {}

    record Wrong(String message) implements Verb {}

    static Verb of(String... arguments) {
        if (arguments.length == 0) {
            return new Wrong("no verb (expected: up, down, status or demo)");
        }
        var options = List.of(arguments).subList(1, arguments.length);
        return switch (arguments[0]) {
            case "up" -> up(options);
            case "down" -> alone(new Down(), "down", options);
            case "status" -> alone(new Status(), "status", options);
            case "demo" -> demo(options);
            case "kafka" -> kafka(options);
            case "mongo" -> mongo(options);
            default -> new Wrong(arguments[0] + " (expected: up, down, status or demo)");
        };
    }

    private static Verb up(List<String> options) {
        var known = Set.of("--empty", "--detach");
        return options.stream()
                .filter(option -> !known.contains(option))
                .findFirst()
                .<Verb>map(option -> new Wrong("up " + option + " (expected: --empty, --detach)"))
                .orElseGet(() -> new Up(options.contains("--empty"), options.contains("--detach")));
    }

    private static Verb demo(List<String> options) {
        if (options.isEmpty()) {
            return new Play(null);
        }
        return options.size() == 2
                        && options.getFirst().equals("--year")
                        && options.getLast().matches("20\\d\\d")
                ? new Play(Integer.valueOf(options.getLast()))
                : new Wrong(
                        "demo "
                                + String.join(" ", options)
                                + " (expected: no option, or --year and a year such as 2025)");
    }

    private static Verb alone(Verb verb, String name, List<String> options) {
        return options.isEmpty()
                ? verb
                : new Wrong(name + " " + options.getFirst() + " (expected: no option)");
    }

    private static Verb kafka(List<String> options) {
        return options.size() == 3 && options.stream().skip(1).allMatch(Verb::isNumber)
                ? new Kafka(
                        new BrokerSettings(
                                Path.of(options.get(0)),
                                Integer.parseInt(options.get(1)),
                                Integer.parseInt(options.get(2))))
                : new Wrong("kafka " + options + " (expected: folder, port, controller's port)");
    }

    private static Verb mongo(List<String> options) {
        return options.size() == 1 && isNumber(options.getFirst())
                ? new Mongo(Integer.parseInt(options.getFirst()))
                : new Wrong("mongo " + options + " (expected: port)");
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,5}");
    }
}
