package io.jieyu.sandbox;

import io.jieyu.sandbox.health.MongoHealth;
import io.jieyu.sandbox.mongo.MongoChoice;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** The verb {@code status}: what was started, and whether it is alive and ready. */
final class ShowStatus {

    private static final String READY = "ready";

    private final RunFolder runFolder;
    private final MongoChoice mongo;
    private final PrintStream out;

    ShowStatus(RunFolder runFolder, MongoChoice mongo, PrintStream out) {
        this.runFolder = runFolder;
        this.mongo = mongo;
        this.out = out;
    }

    private record Row(String name, String pid, String state, String health, String url) {}

    /** 0 when everything is up and ready, 1 otherwise. */
    int show() {
        var servers = runFolder.servers();
        if (servers.isEmpty()) {
            out.println("Nothing is running. ./jieyu up starts everything.");
            return 1;
        }
        var rows =
                Stream.concat(servers.stream().map(ShowStatus::row), elsewhere().stream()).toList();
        var table = new Table("PROCESS", "PID", "STATE", "HEALTH", "URL");
        rows.forEach(row -> table.row(row.name, row.pid, row.state, row.health, row.url));
        out.print(table);
        if (rows.stream().allMatch(row -> row.health.equals(READY))) {
            return 0;
        }
        out.println();
        out.println("Not everything is ready. Logs: " + servers.getFirst().log().getParent());
        out.println("./jieyu down, then ./jieyu up, starts everything anew; the data stays.");
        return 1;
    }

    private static Row row(RunningServer server) {
        boolean alive = server.isAlive();
        return new Row(
                server.name(),
                String.valueOf(server.process().pid()),
                alive ? "up" : "down",
                alive ? server.health().trouble().orElse(READY) : "-",
                server.url());
    }

    private List<Row> elsewhere() {
        if (!(mongo instanceof MongoChoice.Elsewhere)) {
            return List.of();
        }
        var trouble = new MongoHealth(mongo.uri()).trouble();
        return List.of(
                new Row(
                        "mongodb",
                        "-",
                        trouble.isEmpty() ? "up" : "down",
                        trouble.orElse(READY),
                        mongo.shownUri()));
    }
}
