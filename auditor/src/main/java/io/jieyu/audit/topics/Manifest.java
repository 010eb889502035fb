package io.jieyu.audit.topics;

import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * What an export holds, in its file {@code manifest.json}.
 *
 * @param form number of the form of the files
 * @param source where the records came from
 * @param posted by partition of the inbox: the place up to which the account-service had posted
 */
public record Manifest(
        int form, String source, List<PartitionFile> files, Map<Integer, Long> posted) {

    static final String NAME = "manifest.json";
    static final int FORM = 1;

    /**
     * The file of one partition.
     *
     * @param sha256 of the whole file, hexadecimal
     */
    public record PartitionFile(
            String topic, int partition, String file, long records, long bytes, String sha256) {}

    void write(Path folder) throws IOException {
        Files.write(
                folder.resolve(NAME),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Manifest manifest = Json.read(Files.readAllBytes(file), Manifest.class);
            if (manifest.form() != FORM) {
                throw new CannotDecide(
                        file + ": form " + manifest.form() + " (expected: " + FORM + ")");
            }
            return manifest;
        } catch (IOException e) {
            throw new CannotDecide(
                    folder
                            + " is no export: "
                            + NAME
                            + " cannot be read (./jieyu audit export"
                            + " FOLDER makes one)",
                    e);
        } catch (JacksonException e) {
            throw new CannotDecide(file + " is no manifest: " + e.getOriginalMessage(), e);
        }
    }

    static String fileName(Topic topic, int partition) {
        return topic.topicName() + "-" + partition + ".records";
    }
}
