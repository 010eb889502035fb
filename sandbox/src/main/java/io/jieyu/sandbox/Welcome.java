package io.jieyu.sandbox;

import io.jieyu.sandbox.mongo.MongoChoice;
import io.jieyu.sandbox.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * What the reader of the terminal sees when everything is ready: where things are, and what to try.
 */
record Welcome(Settings settings) {

    /**
     * The whole text.
     *
     * @param sample whether the result of the sample month is told again
     */
    String text(boolean sample, boolean detached) {
        return "\n" + servers() + (sample ? sample() : "") + next(detached);
    }

    private Table servers() {
        var wiring = settings.wiring();
        var table = new Table("SERVICE", "URL", "WHAT IT IS FOR");
        for (Service service : Service.values()) {
            table.row(service.module(), wiring.url(service), service.purpose());
        }
        String mongo =
                settings.mongo() instanceof MongoChoice.Embedded
                        ? "the read side, in memory: rebuilt from Kafka at each start"
                        : "the read side: rebuilt from Kafka whenever it is lost";
        return table.row("kafka", settings.broker().bootstrap(), "the record of everything")
                .row("mongodb", settings.mongo().shownUri(), mongo);
    }

    private String sample() {
        if (!Files.exists(settings.demoPlayed())) {
            return "";
        }
        try {
            String result = Files.readString(settings.demoPlayed()).strip();
            return result.isEmpty() ? "" : "\nThe sample month:\n" + result.indent(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String next(boolean detached) {
        String gateway = settings.wiring().url(Service.GATEWAY);
        var table = new Table("TRY NEXT", "");
        table.row(gateway, "the first page: the system's state and the documentation of its API");
        table.row("curl " + gateway + "/api/policies", "the policy tables in force");
        table.row("./jieyu status", "what runs, from any terminal");
        table.row(
                "./jieyu policy show 110000", "what holds in Beijing, each value with its source");
        table.row("./jieyu demo", "plays the sample month");
        table.row("./jieyu demo --year 2025", "a whole year: closes, a year end, a freeze, a thaw");
        table.row(
                "./jieyu audit", "recomputes every balance from the topics, names each difference");
        table.row(detached ? "./jieyu down" : "Ctrl-C", "stops everything; the data stays");
        table.row("", "the logs are in " + settings.home().resolve("logs"));
        return "\n" + table;
    }
}
