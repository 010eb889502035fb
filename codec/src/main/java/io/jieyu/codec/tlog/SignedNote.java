package io.jieyu.codec.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures (C2SP signed-note). Its text is to be believed only when a known key has
 * signed it.
 *
 * @param text with its last newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    static final String SIGNATURE = "— ";

    /**
     * One of them, of whatever key.
     *
     * @param keyId eight hexadecimal digits
     * @param hex the signature behind the key id
     */
    public record NoteSignature(String name, String keyId, String hex) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note.
     *
     * @throws MalformedNote when it is none
     */
    public static SignedNote parse(String note) throws MalformedNote {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new MalformedNote("note (expected: a text, an empty line, signature lines)");
        }
        for (int i = 0; i < note.length(); i++) {
            if (note.charAt(i) < ' ' && note.charAt(i) != '\n') {
                throw new MalformedNote("note (expected: no control character)");
            }
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    private static NoteSignature signature(String line) throws MalformedNote {
        String[] parts =
                line.startsWith(SIGNATURE)
                        ? line.substring(SIGNATURE.length()).split(" ", -1)
                        : new String[0];
        if (parts.length != 2 || parts[0].isEmpty()) {
            throw new MalformedNote(
                    "signature line \"" + line + "\" (expected: — <key name> <base64>)");
        }
        byte[] bytes = NoteKey.base64(parts[1]);
        if (bytes.length <= NoteKey.ID_BYTES) {
            throw new MalformedNote("signature of " + parts[0] + " (expected: key id, signature)");
        }
        return new NoteSignature(
                parts[0],
                HexFormat.of().formatHex(bytes, 0, NoteKey.ID_BYTES),
                HexFormat.of().formatHex(bytes, NoteKey.ID_BYTES, bytes.length));
    }

    /**
     * The known key that has signed; empty when none has, or when the signature of a known key is
     * not over this text.
     */
    public Optional<NoteKey> signedBy(Collection<NoteKey> known) {
        Optional<NoteKey> signer = Optional.empty();
        for (NoteSignature signature : signatures) {
            for (NoteKey key : known) {
                if (key.name().equals(signature.name()) && key.id().equals(signature.keyId())) {
                    if (!key.verifies(text, HexFormat.of().parseHex(signature.hex()))) {
                        return Optional.empty();
                    }
                    signer = Optional.of(key);
                }
            }
        }
        return signer;
    }
}
