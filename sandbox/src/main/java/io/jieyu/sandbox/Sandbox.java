package io.jieyu.sandbox;

import io.jieyu.sandbox.demo.PlaySampleMonth;
import io.jieyu.sandbox.demo.PlayYear;
import io.jieyu.sandbox.kafka.BrokerSettings;
import io.jieyu.sandbox.kafka.KafkaBroker;
import io.jieyu.sandbox.mongo.EmbeddedMongo;
import java.nio.file.Path;

/**
 * The program that {@code ./jieyu} runs; also the one that a broker or an embedded MongoDB runs as
 * a process.
 */
public final class Sandbox {

    private static final int WRONG_USAGE = 2;

    private Sandbox() {}

    static void main(String[] arguments) throws InterruptedException {
        var verb = Verb.of(arguments);
        // A server's log is its output; a person's terminal is for what this program says itself.
        System.setProperty("logback.configurationFile", "io/jieyu/sandbox/logback.xml");
        System.setProperty("jieyu.sandbox.log", verb instanceof Verb.Command ? "OFF" : "INFO");
        System.exit(run(verb));
    }

    private static int run(Verb verb) throws InterruptedException {
        return switch (verb) {
            case Verb.Kafka(var settings) -> kafka(settings);
            case Verb.Mongo(int port) -> mongo(port);
            case Verb.Wrong(String message) -> wrong(message);
            case Verb.Command command -> command(command);
        };
    }

    private static int command(Verb.Command command) throws InterruptedException {
        Settings settings;
        try {
            Path root = Path.of(System.getProperty("jieyu.root", "")).toAbsolutePath();
            settings = Settings.of(root, System.getenv());
        } catch (IllegalArgumentException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
        var runFolder = RunFolder.of(settings);
        var out = System.out;
        var demo = new PlayDemo(new PlaySampleMonth(), settings.demoPlayed(), out);
        return switch (command) {
            case Verb.Up(boolean empty, boolean detach) ->
                    new StartEverything(settings, runFolder, demo, out).up(empty, detach);
            case Verb.Down() -> new StopEverything(runFolder, out).down();
            case Verb.Status() -> new ShowStatus(runFolder, settings.mongo(), out).show();
            case Verb.Play(var year) ->
                    (year == null
                                    ? demo
                                    : new PlayDemo(new PlayYear(year), settings.yearPlayed(), out))
                            .onRunning(runFolder);
        };
    }

    private static int kafka(BrokerSettings settings) {
        var broker = KafkaBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        broker.awaitEnd();
        return 0;
    }

    private static int mongo(int port) throws InterruptedException {
        var mongo = EmbeddedMongo.start(port);
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
        mongo.awaitEnd();
        return 0;
    }

    private static int wrong(String message) {
        System.err.println(message);
        return WRONG_USAGE;
    }
}
