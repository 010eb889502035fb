package io.jieyu.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The verb {@code demo}, and what {@code up} does with the sample month on its first start. */
final class PlayDemo {

    private final Demo demo;
    private final Path played;
    private final PrintStream out;

    /**
     * Plays that demo.
     *
     * @param played the file that tells that it has been played, and with which result
     */
    PlayDemo(Demo demo, Path played, PrintStream out) {
        this.demo = demo;
        this.played = played;
        this.out = out;
    }

    /**
     * Plays it unless it has been played on this data before.
     *
     * @throws DemoFailed if it failed; it is played again next time then
     */
    void firstTime(Demo.Stage stage) throws DemoFailed, InterruptedException {
        if (!Files.exists(played)) {
            play(stage);
        }
    }

    /** Plays it on whatever is running. */
    int onRunning(RunFolder runFolder) throws InterruptedException {
        var servers = runFolder.servers().stream().filter(RunningServer::isAlive).toList();
        var bootstrap = servers.stream().filter(s -> s.name().equals("kafka")).findFirst();
        var gateway = servers.stream().filter(s -> s.name().equals("gateway")).findFirst();
        if (bootstrap.isEmpty() || gateway.isEmpty()) {
            out.println("Nothing to play a sample on: ./jieyu up starts everything.");
            return 1;
        }
        try {
            play(Demo.Stage.of(bootstrap.get().url(), gateway.get().url()));
            return 0;
        } catch (DemoFailed e) {
            out.println("The sample failed: " + e.getMessage());
            return 1;
        }
    }

    private void play(Demo.Stage stage) throws DemoFailed, InterruptedException {
        String result = demo.play(stage, out);
        try {
            Files.writeString(played, result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
