package io.jieyu.account.posting;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.sealing.InclusionPath;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts as they stand at this moment, read from the topology's own stores. */
public interface LiveAccounts {

    /** The account; empty while this process does not hold its partition. */
    Optional<LiveAccount> of(AccountId id);

    /**
     * The path of an account's leaf in the tree of its partition at a close.
     *
     * @param candidates what the leaf may be; without it the path has no wanted leaf
     * @return empty while this process does not hold the partition
     */
    Optional<InclusionPath> path(AccountId id, YearMonth period, Set<Hash> candidates);

    /**
     * The accounts of one partition that the region's next close would tell something.
     *
     * @param behind the account to begin behind; empty to begin with the first
     * @param notice only those told this; null for all
     * @param most how many to find before the stretch ends
     * @param drafts policy versions that are taken as published last; none for what is published
     * @return empty while this process does not hold the partition
     */
    Optional<Preview> preview(
            String regionCode,
            int partition,
            String behind,
            @Nullable Notice notice,
            int most,
            List<PolicyVersion> drafts);
}
