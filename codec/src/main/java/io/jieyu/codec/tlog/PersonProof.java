package io.jieyu.codec.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.codec.Json;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.sealing.InclusionPath;
import io.jieyu.ledger.sealing.TreeHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What one account's proof carries beside hashes (docs/reference/proofs.md): the extra data of its
 * tlog-proof, as JSON.
 *
 * @param leaf the content of the account's leaf
 * @param records the account's records up to then, each as it stands on the ledger topic; null when
 *     they are not attached
 */
public record PersonProof(String leaf, @Nullable List<String> records) {

    private static final int FIELDS = 8;

    public PersonProof {
        records = records == null ? null : List.copyOf(records);
    }

    /**
     * What a proof proves.
     *
     * @param key that has signed
     * @param checkpoint of the partition at the close
     * @param account as it stood then
     * @param sequence of its last record
     * @param head hash of its last record
     * @param records how many records are attached and lead to that head; 0 when none are
     */
    public record Proved(
            NoteKey key,
            Checkpoint checkpoint,
            String account,
            long sequence,
            Hash head,
            Balances balances,
            int records) {}

    /** The proof with these data. */
    public TlogProof with(InclusionPath path, String checkpoint) {
        return new TlogProof(
                new String(Json.write(this), UTF_8),
                path.index().orElseThrow(),
                path.hashes(),
                checkpoint);
    }

    /**
     * Checks a proof, without network and without topics.
     *
     * @throws MalformedNote when it does not prove what it claims; the message says why
     */
    public static Proved check(TlogProof proof, Collection<NoteKey> keys) throws MalformedNote {
        SignedNote note = SignedNote.parse(proof.checkpoint());
        Optional<NoteKey> key = note.signedBy(keys);
        if (key.isEmpty()) {
            throw new MalformedNote("the checkpoint is not signed by a key that was given");
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        PersonProof data = data(proof);
        Optional<Hash> root =
                InclusionPath.root(
                        TreeHash.leaf(data.leaf.getBytes(UTF_8)),
                        proof.index(),
                        checkpoint.size(),
                        proof.path());
        if (!root.equals(Optional.of(checkpoint.root()))) {
            throw new MalformedNote("the account's leaf is not in the tree of the checkpoint");
        }
        String[] fields = data.leaf.split(" ", -1);
        if (fields.length != FIELDS) {
            throw new MalformedNote("leaf \"" + data.leaf + "\" (expected: 8 fields)");
        }
        return data.proved(key.get(), checkpoint, fields);
    }

    private static PersonProof data(TlogProof proof) throws MalformedNote {
        try {
            if (proof.extra() != null) {
                return Json.read(proof.extra().getBytes(UTF_8), PersonProof.class);
            }
        } catch (JacksonException notOurs) {
            throw new MalformedNote("extra data (expected: the account's leaf)");
        }
        throw new MalformedNote("no extra data (expected: the account's leaf)");
    }

    private Proved proved(NoteKey key, Checkpoint checkpoint, String[] fields)
            throws MalformedNote {
        try {
            long sequence = Long.parseLong(fields[1]);
            var balances =
                    new Balances(
                            Long.parseLong(fields[3]),
                            Long.parseLong(fields[4]),
                            Long.parseLong(fields[5]),
                            Long.parseLong(fields[6]),
                            Long.parseLong(fields[7]));
            Hash head = Hash.parse(fields[2]);
            int attached = chained(fields[0], sequence, head, balances);
            return new Proved(key, checkpoint, fields[0], sequence, head, balances, attached);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new MalformedNote("leaf \"" + leaf + "\": " + e.getMessage());
        }
    }

    /** How many records lead to the head; they are all of the account's, from the first. */
    private int chained(String account, long sequence, Hash head, Balances balances)
            throws MalformedNote {
        if (records == null) {
            return 0;
        }
        Hash before = Hash.ZERO;
        Balances after = Balances.ZERO;
        var numbers = new ArrayList<Long>();
        for (String json : records) {
            LedgerRecord record;
            try {
                record = Json.read(json.getBytes(UTF_8), LedgerRecord.class);
            } catch (JacksonException e) {
                throw new MalformedNote("a record that is attached cannot be read");
            }
            numbers.add(record.sequence());
            if (!record.previousHash().equals(before)
                    || record.sequence() != numbers.size()
                    || !record.accountId().equals(account)) {
                throw new MalformedNote(
                        "record " + record.sequence() + " does not follow the one before it");
            }
            before = Hash.of(json);
            after = record.balances();
        }
        if (!before.equals(head) || numbers.size() != sequence || !after.equals(balances)) {
            throw new MalformedNote("the records that are attached do not lead to the leaf");
        }
        return numbers.size();
    }
}
