package io.jieyu.sandbox;

import io.jieyu.sandbox.health.MongoHealth;
import io.jieyu.sandbox.mongo.MongoChoice;
import io.jieyu.sandbox.processes.Ports;
import io.jieyu.sandbox.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What would make a start fail later and less clearly: a jar that is missing, a full disk, a busy
 * port.
 */
record Preflight(Settings settings, long neededBytes) {

    private static final long GIBIBYTE = 1L << 30;

    private static final String DATA_FORM = Integer.toString(Service.STORES_FORM);

    Preflight(Settings settings) {
        this(settings, GIBIBYTE);
    }

    /** The first obstacle in one line that says what to do, or nothing. */
    Optional<String> obstacle() {
        return missingJar()
                .or(this::fullDisk)
                .or(this::earlierData)
                .or(this::busyPort)
                .or(this::silentMongo);
    }

    /**
     * Data that an earlier version has left; new data gets its mark.
     *
     * @throws UncheckedIOException when the mark cannot be read or written
     */
    private Optional<String> earlierData() {
        Path mark = settings.dataForm();
        try {
            if (!Files.exists(settings.broker().folder())) {
                Files.writeString(mark, DATA_FORM);
                return Optional.empty();
            }
            return Files.exists(mark) && Files.readString(mark).equals(DATA_FORM)
                    ? Optional.empty()
                    : Optional.of(
                            "data: that of %s was written by an earlier version, which this one cannot read (move it away and begin anew, or set JIEYU_HOME to another folder)"
                                    .formatted(settings.home()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> missingJar() {
        return Arrays.stream(Service.values())
                .filter(service -> service.jar(settings.root()).isEmpty())
                .findFirst()
                .map(service ->
                        service.module()
                                + ": no executable jar below "
                                + settings.root().resolve(service.module())
                                + " (expected: built by ./jieyu up or mvn package)");
    }

    private Optional<String> fullDisk() {
        long free = freeBytes(settings.home());
        return free >= neededBytes
                ? Optional.empty()
                : Optional.of(
                        "disk: %d MB free for %s (expected: %d MB or more; JIEYU_HOME moves it)"
                                .formatted(free >> 20, settings.home(), neededBytes >> 20));
    }

    private Optional<String> busyPort() {
        return settings.portsToListenOn().stream()
                .filter(port -> !Ports.isFree(port.port()))
                .findFirst()
                .map(port ->
                        "port %d, for %s, is in use by another program (stop that one, or set %s to a free port)"
                                .formatted(port.port(), port.process(), port.setting()));
    }

    private Optional<String> silentMongo() {
        return settings.mongo() instanceof MongoChoice.Elsewhere elsewhere
                ? new MongoHealth(elsewhere.uri())
                        .trouble()
                        .map(trouble ->
                                "JIEYU_MONGODB_URI: %s: %s (expected: a MongoDB that answers)"
                                        .formatted(elsewhere.shownUri(), trouble))
                : Optional.empty();
    }

    private static long freeBytes(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
