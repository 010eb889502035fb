package io.jieyu.audit.recompute;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings entries together by their key, in the order of the keys' bytes and, within a key, in the
 * order in which they came: an external merge sort. What it holds in memory is bounded, whatever
 * the number of entries.
 */
final class SortedEntries implements AutoCloseable {

    private static final Comparator<Entry> BY_KEY =
            (left, right) -> Arrays.compareUnsigned(left.key, right.key);
    private static final int FILE_BUFFER = 1 << 18;
    private static final int OVERHEAD = 64;

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] key, byte[] body) {}

    private final Path folder;
    private final long budget;
    private final List<Path> runs = new ArrayList<>();
    private List<Entry> held = new ArrayList<>();
    private long heldBytes;

    /**
     * Sorts in that folder.
     *
     * @param budget bytes to hold in memory
     */
    SortedEntries(Path folder, long budget) {
        this.folder = folder;
        this.budget = budget;
    }

    void add(String key, byte[] body) {
        var entry = new Entry(key.getBytes(StandardCharsets.UTF_8), body);
        held.add(entry);
        heldBytes += entry.key.length + body.length + OVERHEAD;
        if (heldBytes > budget) {
            spill();
        }
    }

    private void spill() {
        held.sort(BY_KEY);
        Path run = folder.resolve("run-" + runs.size());
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(run), FILE_BUFFER))) {
            for (Entry entry : held) {
                out.writeInt(entry.key.length);
                out.write(entry.key);
                out.writeInt(entry.body.length);
                out.write(entry.body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.add(run);
        held = new ArrayList<>();
        heldBytes = 0;
    }

    /** Hands over the entries of each key; ends the sorting. */
    void forEachKey(BiConsumer<String, List<byte[]>> action) {
        held.sort(BY_KEY);
        var sources = new ArrayList<Iterator<Entry>>();
        var files = new ArrayList<Run>();
        try {
            for (Path run : runs) {
                var opened = new Run(run);
                files.add(opened);
                sources.add(opened);
            }
            sources.add(held.iterator());
            merge(sources, action);
        } finally {
            files.forEach(Run::close);
        }
    }

    private static void merge(
            List<Iterator<Entry>> sources, BiConsumer<String, List<byte[]>> action) {
        var heads = new PriorityQueue<Head>();
        for (int i = 0; i < sources.size(); i++) {
            advance(sources, i, heads);
        }
        byte @Nullable [] key = null;
        var bodies = new ArrayList<byte[]>();
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            if (key != null && !Arrays.equals(key, head.entry.key)) {
                action.accept(new String(key, StandardCharsets.UTF_8), bodies);
                bodies = new ArrayList<>();
            }
            key = head.entry.key;
            bodies.add(head.entry.body);
            advance(sources, head.source, heads);
        }
        if (key != null) {
            action.accept(new String(key, StandardCharsets.UTF_8), bodies);
        }
    }

    private static void advance(
            List<Iterator<Entry>> sources, int source, PriorityQueue<Head> heads) {
        Iterator<Entry> entries = sources.get(source);
        if (entries.hasNext()) {
            heads.add(new Head(entries.next(), source));
        }
    }

    /** The next entry of a source; earlier sources come first where keys are equal. */
    private record Head(Entry entry, int source) implements Comparable<Head> {

        @Override
        public int compareTo(Head other) {
            int byKey = BY_KEY.compare(entry, other.entry);
            return byKey != 0 ? byKey : Integer.compare(source, other.source);
        }
    }

    @Override
    public void close() {
        try {
            for (Path run : runs) {
                Files.deleteIfExists(run);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a file. */
    private static final class Run implements Iterator<Entry>, AutoCloseable {

        private final DataInputStream in;
        private @Nullable Entry ahead;

        Run(Path file) {
            try {
                in =
                        new DataInputStream(
                                new BufferedInputStream(Files.newInputStream(file), FILE_BUFFER));
                ahead = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable Entry read() throws IOException {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException end) {
                return null;
            }
            byte[] key = in.readNBytes(length);
            return new Entry(key, in.readNBytes(in.readInt()));
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public Entry next() {
            Entry next = ahead;
            if (next == null) {
                throw new NoSuchElementException();
            }
            try {
                ahead = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return next;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
