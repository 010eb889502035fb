package io.jieyu.sandbox;

import io.jieyu.sandbox.kafka.KafkaBroker;
import io.jieyu.sandbox.mongo.EmbeddedMongo;
import io.jieyu.sandbox.mongo.MongoChoice;
import io.jieyu.sandbox.processes.Launch;
import io.jieyu.sandbox.processes.Readiness;
import io.jieyu.sandbox.processes.ServerFailed;
import io.jieyu.sandbox.processes.ServerProcess;
import io.jieyu.sandbox.services.Service;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The verb {@code up}: Kafka and MongoDB, then the four services, and the sample month the first
 * time.
 */
final class StartEverything {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int STORES = 1;
    private static final int SERVICES = 2;

    private final Settings settings;
    private final RunFolder runFolder;
    private final PlayDemo demo;
    private final PrintStream out;
    private final StartedServers servers;

    StartEverything(Settings settings, RunFolder runFolder, PlayDemo demo, PrintStream out) {
        this.settings = settings;
        this.runFolder = runFolder;
        this.demo = demo;
        this.out = out;
        this.servers = new StartedServers(runFolder, out);
    }

    /**
     * Starts everything; unless detached, returns only when everything has ended.
     *
     * @return the exit status: 0 if it did what was asked
     */
    int up(boolean empty, boolean detach) throws InterruptedException {
        if (isRunning()) {
            out.println("Jieyu is running: ./jieyu status shows it, ./jieyu down stops it.");
            return 1;
        }
        var obstacle = new Preflight(settings).obstacle();
        if (obstacle.isPresent()) {
            out.println("Not started: " + obstacle.get());
            return 1;
        }
        runFolder.servers().forEach(runFolder::remove);
        runFolder.watch();
        var onExit = new Thread(servers::stop);
        Runtime.getRuntime().addShutdownHook(onExit);
        if (!started()) {
            servers.stop();
            return 1;
        }
        boolean playedBefore = Files.exists(settings.demoPlayed());
        boolean played = empty || playedFirstTime();
        if (servers.stopping()) {
            return 1;
        }
        out.print(new Welcome(settings).text(playedBefore, detach));
        if (detach) {
            Runtime.getRuntime().removeShutdownHook(onExit);
            runFolder.watchNoMore();
            return played ? 0 : 1;
        }
        return stay();
    }

    private boolean isRunning() {
        return runFolder.watcher().isPresent()
                || runFolder.servers().stream().anyMatch(RunningServer::isAlive);
    }

    private boolean started() {
        try {
            out.println("Starting Jieyu, which keeps everything below " + settings.home());
            out.println("MongoDB is " + settings.mongo().described());
            begin(stores(), STORES);
            var wiring = settings.wiring();
            begin(Arrays.stream(Service.values()).map(wiring::launch).toList(), SERVICES);
            return true;
        } catch (ServerFailed | UncheckedIOException | IllegalStateException e) {
            if (!servers.stopping()) {
                out.println("Not started: " + e.getMessage());
            }
            return false;
        }
    }

    private List<Launch> stores() {
        var stores = new ArrayList<Launch>();
        stores.add(KafkaBroker.launch(settings.broker(), settings.log("kafka")));
        switch (settings.mongo()) {
            case MongoChoice.Elsewhere _ -> {}
            case MongoChoice.Mongod mongod ->
                    stores.add(
                            mongod.launch(
                                    settings.home().resolve("mongo"), settings.log("mongodb")));
            case MongoChoice.Embedded(int port) ->
                    stores.add(EmbeddedMongo.launch(port, settings.log("mongodb")));
        }
        return stores;
    }

    private void begin(List<Launch> launches, int stage) {
        var started = launches.stream().map(launch -> servers.begin(launch, stage)).toList();
        Readiness.await(started, LIMIT, new Progress(out));
    }

    // A month that is cut short by Ctrl-C has not failed.
    private boolean playedFirstTime() throws InterruptedException {
        try {
            demo.firstTime(demoStage());
            return true;
        } catch (DemoFailed e) {
            if (!servers.stopping()) {
                out.println("The sample month failed: " + e.getMessage());
            }
            return false;
        }
    }

    private Demo.Stage demoStage() {
        return Demo.Stage.of(settings.broker().bootstrap(), settings.wiring().url(Service.GATEWAY));
    }

    // Whoever kills a server to see what happens shall see it: the others stay.
    private int stay() throws InterruptedException {
        var told = new ArrayList<ServerProcess>();
        while (true) {
            Thread.sleep(LOOK_EVERY);
            for (ServerProcess server : servers.ended()) {
                if (!servers.stopping() && !told.contains(server)) {
                    told.add(server);
                    out.printf(
                            "%s %s; its log: %s%n",
                            server.name(), server.trouble().orElse("ended"), server.launch().log());
                }
            }
        }
    }
}
