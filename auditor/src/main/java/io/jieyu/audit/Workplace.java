package io.jieyu.audit;

import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.verdict.PartitionVerdict;
import io.jieyu.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The folder of an audit: what does not fit into memory, and what is done already, so that an
 * interrupted audit can go on with the partitions that it has not finished. It keeps to a folder of
 * its own below the one that it is given, and deletes nothing else.
 */
public final class Workplace implements AutoCloseable {

    private static final String OWN = "jieyu-audit";
    private static final String SNAPSHOT = "snapshot.json";

    private final Path folder;
    private final FileChannel lock;

    private Workplace(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * An empty workplace below the folder.
     *
     * @throws CannotDecide when another audit is at work there
     */
    public static Workplace fresh(Path below) {
        Workplace workplace = resumed(below);
        workplace.clear();
        return workplace;
    }

    /**
     * A workplace with what an interrupted audit has left there.
     *
     * @throws CannotDecide when another audit is at work there
     */
    public static Workplace resumed(Path below) {
        try {
            Files.createDirectories(below);
            FileChannel lock =
                    FileChannel.open(
                            below.resolve(OWN + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new CannotDecide(below + ": another audit is at work there (--work)");
            }
            return new Workplace(below.resolve(OWN), lock);
        } catch (OverlappingFileLockException e) {
            throw new CannotDecide(below + ": another audit is at work there (--work)", e);
        } catch (IOException e) {
            throw new CannotDecide(below + ": " + e.getMessage(), e);
        }
    }

    /** Notes how far the topics reach; an audit that goes on reads no further. */
    public void keep(BrokerSource.Snapshot snapshot) {
        write(SNAPSHOT, snapshot);
    }

    /** How far the topics reached when the audit began; empty when it did not begin. */
    public Optional<BrokerSource.Snapshot> snapshot() {
        return read(SNAPSHOT, BrokerSource.Snapshot.class);
    }

    /** The partition's verdict, found now or when the audit was interrupted behind it. */
    PartitionVerdict once(int partition, Function<Path, PartitionVerdict> audit) {
        String name = "partition-" + partition + ".json";
        return read(name, PartitionVerdict.class)
                .orElseGet(() -> {
                    PartitionVerdict verdict =
                            audit.apply(folder.resolve("partition-" + partition));
                    write(name, verdict);
                    return verdict;
                });
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(folder.resolve(name)), type));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new CannotDecide(
                    folder.resolve(name) + " cannot be read; begin anew without --resume", e);
        }
    }

    private void write(String name, Object value) {
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve(name + ".half");
            Files.write(half, Json.write(value));
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The audit is done: nothing is left behind. */
    public void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
