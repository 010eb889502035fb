package io.jieyu.audit.recompute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.codec.InboxReader;
import io.jieyu.codec.tlog.Checkpoint;
import io.jieyu.codec.tlog.MalformedNote;
import io.jieyu.codec.tlog.PersonProof;
import io.jieyu.codec.tlog.SignedNote;
import io.jieyu.codec.tlog.TlogProof;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.sealing.AccountSeal;
import io.jieyu.ledger.sealing.InclusionPath;
import io.jieyu.ledger.sealing.TreeHash;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Makes the proof of what one account came to at a close, from the topics alone. */
public final class ProveAccount {

    private final TopicSource source;
    private final AccountId account;
    private final YearMonth period;
    private final InclusionPath path = new InclusionPath();
    private @Nullable PersonProof proved;

    /** A proof of the account at its region's close of the month. */
    public ProveAccount(TopicSource source, AccountId account, YearMonth period) {
        this.source = source;
        this.account = account;
        this.period = period;
    }

    /**
     * The proof.
     *
     * @param certified the close's certificate
     * @param withRecords whether the account's records are attached
     * @param folder for what does not fit into memory
     * @throws CannotDecide when the account did not exist at that close, or the certificate is not
     *     that of the recomputed accounts
     */
    public TlogProof make(
            CloseCertified certified, boolean withRecords, Path folder, LongConsumer progress) {
        int partition =
                InboxReader.partitionOf(account.toString(), source.partitions(Topic.ACCOUNT_INBOX));
        var extent = new AuditScope(account.regionCode(), Closes.NONE, period);
        try (var replay =
                new PartitionReplay(
                        source, partition, new Ledger(), extent, _ -> true, folder, progress)) {
            replay.readInbox();
            replay.forEachAccount(one -> add(one.replay(), withRecords));
        }
        PersonProof found = proved;
        if (found == null) {
            throw new CannotDecide(account + " did not exist when " + period + " was closed");
        }
        String note = certified.checkpoints().get(partition);
        requireRoot(note, found);
        return found.with(path, note);
    }

    private void add(Replay replay, boolean withRecords) {
        Optional<Applied> applied =
                replay.applied().stream()
                        .filter(one -> one.close().period().equals(period))
                        .findFirst();
        if (applied.isEmpty()) {
            return;
        }
        String content = AccountSeal.content(applied.get());
        Hash leaf = TreeHash.leaf(content.getBytes(UTF_8));
        boolean isWanted = applied.get().account().id().equals(account);
        path.add(leaf, isWanted);
        if (isWanted) {
            proved = new PersonProof(content, withRecords ? records(replay, applied.get()) : null);
        }
    }

    private static List<String> records(Replay replay, Applied applied) {
        return replay.expected().stream()
                .filter(expected -> expected.sequence() <= applied.after().sequence())
                .map(expected -> new String(expected.recorded().json().bytes(), UTF_8))
                .toList();
    }

    private void requireRoot(String note, PersonProof found) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
            Optional<Hash> root =
                    InclusionPath.root(
                            TreeHash.leaf(found.leaf().getBytes(UTF_8)),
                            path.index().orElseThrow(),
                            path.size(),
                            path.hashes());
            if (checkpoint.size() == path.size() && root.equals(Optional.of(checkpoint.root()))) {
                return;
            }
            throw new CannotDecide(
                    "the signed checkpoint is not that of the recomputed accounts: ./jieyu audit"
                            + " names the differences");
        } catch (MalformedNote e) {
            throw new CannotDecide("the certificate's checkpoint: " + e.getMessage(), e);
        }
    }
}
