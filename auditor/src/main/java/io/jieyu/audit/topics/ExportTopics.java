package io.jieyu.audit.topics;

import io.jieyu.contracts.Topic;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Copies inbox, ledger and seals into a folder, a file for each partition, and a manifest of their
 * hashes: for an auditor who gets a disk and no network.
 */
public final class ExportTopics {

    private static final List<Topic> TOPICS =
            List.of(Topic.ACCOUNT_INBOX, Topic.ACCOUNT_LEDGER, Topic.ACCOUNT_SEALS);
    private static final int BUFFER = 1 << 20;

    private final TopicSource source;
    private final BiConsumer<String, Long> progress;

    /**
     * An export from that source.
     *
     * @param progress is told each file that is done and how many records it holds
     */
    public ExportTopics(TopicSource source, BiConsumer<String, Long> progress) {
        this.source = source;
        this.progress = progress;
    }

    /**
     * Writes the folder; its manifest last, so that half an export is none.
     *
     * @throws CannotDecide when the folder holds something already, or cannot be written
     */
    public Manifest to(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new CannotDecide(folder + " is not empty (expected: a new folder)");
                }
            }
            var files = new ArrayList<Manifest.PartitionFile>();
            var posted = new TreeMap<Integer, Long>();
            for (Topic topic : TOPICS) {
                for (int i = 0; i < source.partitions(topic); i++) {
                    files.add(write(topic, i, folder));
                }
            }
            for (int i = 0; i < source.partitions(Topic.ACCOUNT_INBOX); i++) {
                int partition = i;
                source.posted(i).ifPresent(offset -> posted.put(partition, offset));
            }
            var manifest = new Manifest(Manifest.FORM, source.name(), files, posted);
            manifest.write(folder);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw new CannotDecide(folder + ": " + e.getMessage(), e);
        }
    }

    private Manifest.PartitionFile write(Topic topic, int partition, Path folder)
            throws IOException {
        String name = Manifest.fileName(topic, partition);
        MessageDigest digest = FolderSource.sha256();
        long records = 0;
        try (RecordStream stream = source.read(topic, partition);
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(
                                        new DigestOutputStream(
                                                Files.newOutputStream(folder.resolve(name)),
                                                digest),
                                        BUFFER))) {
            Optional<ConsumerRecord<String, byte[]>> next = stream.next();
            while (next.isPresent()) {
                RecordForm.write(next.get(), out);
                records++;
                next = stream.next();
            }
        }
        progress.accept(name, records);
        return new Manifest.PartitionFile(
                topic.topicName(),
                partition,
                name,
                records,
                Files.size(folder.resolve(name)),
                HexFormat.of().formatHex(digest.digest()));
    }
}
