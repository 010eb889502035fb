package io.jieyu.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The reviewed files of the contract, read where they are edited. */
final class ContractFiles {

    static final Path ROOT = root();

    private static final Path FOLDER =
            ROOT.resolve("contracts/src/main/resources/io/jieyu/contracts");

    static final Path ASYNC_API = FOLDER.resolve("asyncapi.yaml");
    static final Path SCHEMAS = FOLDER.resolve("schemas");
    static final Path SAMPLES = FOLDER.resolve("samples");

    private ContractFiles() {}

    static JsonNode asyncApi() {
        return YAMLMapper.shared().readTree(text(ASYNC_API));
    }

    static Path schemaFile(MessageType type) {
        return SCHEMAS.resolve(type.ceType() + ".schema.json");
    }

    static JsonNode schema(MessageType type) {
        return MessageJson.MAPPER.readTree(text(schemaFile(type)));
    }

    static Path sampleFile(MessageType type) {
        return SAMPLES.resolve(type.ceType() + ".json");
    }

    static JsonNode sample(MessageType type) {
        return MessageJson.MAPPER.readTree(text(sampleFile(type)));
    }

    static Set<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("tests run outside the project: no .mvn above");
            }
        }
        return folder;
    }
}
