package io.jieyu.codec.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.ledger.Hash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a leaf is in the tree of a checkpoint (C2SP tlog-proof).
 *
 * @param extra a text of the application, not covered by any signature; null when there is none
 * @param index number of the leaf, from 0
 * @param path from the leaf's neighbour up to a child of the root
 * @param checkpoint the signed note, as it stands
 */
public record TlogProof(@Nullable String extra, long index, List<Hash> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
    }

    /** The file's content. */
    public String text() {
        var text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append(EXTRA)
                    .append(Base64.getEncoder().encodeToString(extra.getBytes(UTF_8)))
                    .append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(Checkpoint.base64(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a file's content.
     *
     * @throws MalformedNote when it is no proof
     */
    public static TlogProof parse(String text) throws MalformedNote {
        int split = text.indexOf("\n\n");
        if (!text.startsWith(HEADER + "\n") || split < 0) {
            throw new MalformedNote("proof (expected: a first line \"" + HEADER + "\")");
        }
        String[] lines = text.substring(0, split).split("\n", -1);
        int line = 1;
        String extra = null;
        if (line < lines.length && lines[line].startsWith(EXTRA)) {
            extra = new String(NoteKey.base64(lines[line].substring(EXTRA.length())), UTF_8);
            line++;
        }
        if (line >= lines.length || !lines[line].matches(INDEX + "(0|[1-9]\\d{0,17})")) {
            throw new MalformedNote("proof (expected: a line \"" + INDEX + "<number>\")");
        }
        long index = Long.parseLong(lines[line].substring(INDEX.length()));
        var path = new ArrayList<Hash>();
        for (line++; line < lines.length; line++) {
            path.add(Checkpoint.hash(lines[line]));
        }
        return new TlogProof(extra, index, path, text.substring(split + 2));
    }
}
