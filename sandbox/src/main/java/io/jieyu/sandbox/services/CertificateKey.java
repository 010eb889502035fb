package io.jieyu.sandbox.services;

import io.jieyu.codec.tlog.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The sandbox's own key for certificates: made at the first start, kept with the data. */
final class CertificateKey {

    private static final String NAME = "jieyu.local/certificates";
    private static final String PRIVATE = "certificates.key";
    private static final String PUBLIC = "certificates.pub";

    private CertificateKey() {}

    /** The file with the private key; beside it stands the public one. */
    static Path in(Path work) {
        Path folder = work.resolve("keys");
        Path file = folder.resolve(PRIVATE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                NoteSigner signer = NoteSigner.generate(NAME, new SecureRandom());
                Files.writeString(folder.resolve(PUBLIC), signer.key() + "\n");
                Path half = folder.resolve(PRIVATE + ".half");
                Files.deleteIfExists(half);
                Files.createFile(
                        half,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(half, signer.privateText() + "\n");
                Files.move(half, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
