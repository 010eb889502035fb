package io.jieyu.audit.command;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.codec.tlog.MalformedNote;
import io.jieyu.codec.tlog.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The public keys that the auditor trusts. */
final class KeyOptions {

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description = {
                "a public key that may have signed, or a file with one a line; may be repeated",
                "(default: the file keys/certificates.pub of this sandbox, if it is there)"
            })
    private List<String> given = new ArrayList<>();

    /** The file with the sandbox's own public key. */
    private static Path ofSandbox() {
        return Path.of(System.getProperty("jieyu.home", ".jieyu"), "keys", "certificates.pub");
    }

    List<NoteKey> keys() {
        var keys = new ArrayList<NoteKey>();
        if (given.isEmpty() && Files.exists(ofSandbox())) {
            keys.addAll(ofFile(ofSandbox()));
        }
        for (String key : given) {
            if (Files.exists(Path.of(key))) {
                keys.addAll(ofFile(Path.of(key)));
            } else {
                keys.add(parse(key));
            }
        }
        return keys;
    }

    private static List<NoteKey> ofFile(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(KeyOptions::parse)
                    .toList();
        } catch (IOException e) {
            throw new CannotDecide(file + ": " + e.getMessage(), e);
        }
    }

    private static NoteKey parse(String text) {
        try {
            return NoteKey.parse(text);
        } catch (MalformedNote e) {
            throw new CannotDecide(e.getMessage() + ", nor a file of that name", e);
        }
    }
}
