package io.jieyu.audit.topics;

import io.jieyu.audit.topics.Manifest.PartitionFile;
import io.jieyu.contracts.Topic;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An exported folder. A file that is not, to the byte, what its manifest says gives no verdict: the
 * export was damaged, which says nothing about the ledger.
 */
public final class FolderSource implements TopicSource {

    private static final int BUFFER = 1 << 20;

    /** Of so many records one is noted with its place. */
    private static final int STRIDE = 1_000;

    private final Path folder;
    private final Manifest manifest;

    /** By file: the byte at which some of its records begin, by their offset. */
    private final Map<String, NavigableMap<Long, Long>> places = new ConcurrentHashMap<>();

    private FolderSource(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens the folder and compares what is there with its manifest.
     *
     * @throws CannotDecide when it is no export, or a file of it is missing or of another size
     */
    public static FolderSource open(Path folder) {
        Manifest manifest = Manifest.read(folder);
        for (PartitionFile file : manifest.files()) {
            Path path = folder.resolve(file.file());
            try {
                long bytes = Files.size(path);
                if (bytes != file.bytes()) {
                    throw damaged(path, bytes + " bytes", file.bytes() + " bytes");
                }
            } catch (IOException e) {
                throw new CannotDecide(path + ": missing (the manifest names it)", e);
            }
        }
        return new FolderSource(folder, manifest);
    }

    private static CannotDecide damaged(Path path, String found, String expected) {
        return new CannotDecide(
                String.format(
                        Locale.ROOT, "%s: %s (expected: %s, as exported)", path, found, expected));
    }

    @Override
    public String name() {
        return folder + ", exported from " + manifest.source();
    }

    @Override
    public int partitions(Topic topic) {
        return (int)
                manifest.files().stream()
                        .filter(file -> file.topic().equals(topic.topicName()))
                        .count();
    }

    @Override
    public long records(Topic topic, int partition) {
        return file(topic, partition).records();
    }

    private PartitionFile file(Topic topic, int partition) {
        return manifest.files().stream()
                .filter(file ->
                        file.topic().equals(topic.topicName()) && file.partition() == partition)
                .findFirst()
                .orElseThrow(() ->
                        new CannotDecide(
                                String.format(
                                        Locale.ROOT,
                                        "%s: partition %d of %s is not in the manifest",
                                        folder,
                                        partition,
                                        topic.topicName())));
    }

    @Override
    public OptionalLong posted(int partition) {
        Long offset = manifest.posted().get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    @Override
    public RecordStream read(Topic topic, int partition) {
        return new OfFile(file(topic, partition));
    }

    @Override
    public ConsumerRecord<String, byte[]> at(Topic topic, int partition, long offset) {
        PartitionFile file = file(topic, partition);
        Path path = folder.resolve(file.file());
        Map.Entry<Long, Long> near = places(file).floorEntry(offset);
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(near == null ? 0 : near.getValue());
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            var next = RecordForm.read(topic.topicName(), partition, in);
            while (next.isPresent() && next.get().offset() != offset) {
                next = RecordForm.read(topic.topicName(), partition, in);
            }
            return next.orElseThrow(() -> new IOException("no record with offset " + offset));
        } catch (IOException e) {
            throw new CannotDecide(path + ": " + e.getMessage(), e);
        }
    }

    private NavigableMap<Long, Long> places(PartitionFile file) {
        return places.computeIfAbsent(file.file(), _ -> new ConcurrentSkipListMap<>());
    }

    @Override
    public void close() {
        // every stream closes its own file
    }

    /** Reads a file from its beginning; compares its hash at its end. */
    private final class OfFile implements RecordStream {

        private final PartitionFile file;
        private final Path path;
        private final CountedInput counted;
        private final DataInputStream in;
        private long place;
        private long count;

        OfFile(PartitionFile file) {
            this.file = file;
            this.path = folder.resolve(file.file());
            try {
                this.counted = new CountedInput(Files.newInputStream(path));
                this.in = new DataInputStream(counted);
            } catch (IOException e) {
                throw new CannotDecide(path + ": " + e.getMessage(), e);
            }
        }

        @Override
        public Optional<ConsumerRecord<String, byte[]>> next() {
            try {
                place = counted.position;
                var next = RecordForm.read(file.topic(), file.partition(), in);
                if (next.isPresent() && count++ % STRIDE == 0) {
                    places(file).put(next.get().offset(), place);
                }
                if (next.isEmpty()) {
                    String sha256 = HexFormat.of().formatHex(counted.digest.digest());
                    if (!sha256.equals(file.sha256())) {
                        throw damaged(path, "SHA-256 " + sha256, file.sha256());
                    }
                }
                return next;
            } catch (IOException e) {
                throw new CannotDecide(
                        String.format(
                                Locale.ROOT,
                                "%s: ends or breaks in the record at byte %d: %s",
                                path,
                                place,
                                e.getMessage()),
                        e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new CannotDecide(path + ": " + e.getMessage(), e);
            }
        }
    }

    /** Counts and digests what is read through it. */
    private static final class CountedInput extends FilterInputStream {

        private final MessageDigest digest = sha256();
        private long position;

        CountedInput(InputStream in) {
            super(new BufferedInputStream(in, BUFFER));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                position++;
                digest.update((byte) next);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count > 0) {
                position += count;
                digest.update(into, offset, count);
            }
            return count;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
