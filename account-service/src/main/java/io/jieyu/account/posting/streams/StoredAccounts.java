package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.LiveAccount;
import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.account.posting.Preview;
import io.jieyu.codec.InboxReader;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.sealing.InclusionPath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Reads the stores of the running topology; it writes nothing. */
final class StoredAccounts implements LiveAccounts {

    /** Accounts looked at before a request is answered; a second or less. */
    private static final int STRETCH = 20_000;

    private final RunningTopology topology;
    private final int partitions;
    private final Closes beginning;
    private final Ledger ledger = new Ledger();

    StoredAccounts(RunningTopology topology, int partitions, Closes beginning) {
        this.topology = topology;
        this.partitions = partitions;
        this.beginning = beginning;
    }

    @Override
    public Optional<LiveAccount> of(AccountId id) {
        int partition = InboxReader.partitionOf(id.toString(), partitions);
        try {
            return Optional.of(live(id, partition));
        } catch (InvalidStateStoreException notHere) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InclusionPath> path(AccountId id, YearMonth period, Set<Hash> candidates) {
        int partition = InboxReader.partitionOf(id.toString(), partitions);
        try {
            var path = new InclusionPath();
            for (Close close : announced(partition).closes().of(id.regionCode())) {
                if (close.period().equals(period)) {
                    SealedLeaves.forEach(
                            topology.store(SealedLeaves.LEAVES, partition),
                            close,
                            leaf -> path.add(leaf, candidates.contains(leaf)));
                }
            }
            return Optional.of(path);
        } catch (InvalidStateStoreException notHere) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Preview> preview(
            String regionCode,
            int partition,
            String behind,
            @Nullable Notice notice,
            int most,
            List<PolicyVersion> drafts) {
        try {
            Announced known = announced(partition);
            Policies policies = known.policies();
            for (PolicyVersion draft : drafts) {
                policies = policies.plus(draft);
            }
            var announced = new Announced(policies, known.closes());
            return Optional.of(look(regionCode, partition, behind, notice, most, announced));
        } catch (InvalidStateStoreException notHere) {
            return Optional.empty();
        }
    }

    private Preview look(
            String regionCode,
            int partition,
            String behind,
            @Nullable Notice notice,
            int most,
            Announced announced) {
        YearMonth open = announced.closes().months(regionCode).open();
        if (open == null) {
            return new Preview(null, 0, List.of(), null);
        }
        var outcomes = topology.store(AccountStores.OUTCOMES, partition);
        var found = new ArrayList<Applied>();
        long looked = 0;
        try (KeyValueIterator<String, byte[]> accounts =
                AccountStores.accounts(
                        topology.store(AccountStores.HISTORIES, partition), regionCode, behind)) {
            String last = null;
            while (accounts.hasNext() && looked < STRETCH && found.size() < most) {
                KeyValue<String, byte[]> next = accounts.next();
                last = next.key;
                looked++;
                AccountId id = AccountId.parse(next.key);
                var memory = new ScopeMemory(next.key, next.value, outcomes);
                if (memory.history().account() != null) {
                    Applied applied = ledger.preview(memory.history(), id, open, memory, announced);
                    if (tells(applied, notice)) {
                        found.add(applied);
                    }
                }
            }
            return new Preview(open, looked, found, accounts.hasNext() ? last : null);
        }
    }

    private static boolean tells(Applied applied, @Nullable Notice notice) {
        if (applied.recorded() == null) {
            return false;
        }
        List<Notice> notices = applied.recorded().record().notices();
        return notice == null ? !notices.isEmpty() : notices.contains(notice);
    }

    private Announced announced(int partition) {
        return Announcements.read(
                topology.store(Announcements.ANNOUNCEMENTS, partition),
                new InboxReader(partition, partitions),
                beginning);
    }

    private LiveAccount live(AccountId id, int partition) {
        String scope = id.toString();
        Announced announced = announced(partition);
        var memory =
                new ScopeMemory(
                        scope,
                        topology.store(AccountStores.HISTORIES, partition).get(scope),
                        topology.store(AccountStores.OUTCOMES, partition));
        History history = ledger.catchUp(memory.history(), scope, memory, announced).after();
        YearMonth open = announced.closes().months(id.regionCode()).open();
        Applied next =
                history.account() == null || open == null
                        ? null
                        : ledger.preview(history, id, open, memory, announced);
        return new LiveAccount(history.account(), history.remarks(), announced, next);
    }
}
