package io.jieyu.account.adjusting;

import io.jieyu.account.inbox.Inbox;
import io.jieyu.account.inbox.Inbox.ToAccount;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.tables.PublishedTables;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.contribution.TrueUpDecided;
import io.jieyu.contracts.policy.PolicyAdjustments;
import io.jieyu.contracts.policy.PolicyAdjustments.State;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.correcting.TrueUp;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.reassessing.Adjustment;
import io.jieyu.ledger.reassessing.Assessment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Settles what a published version makes of months that are posted. Each true-up has an id that
 * follows from what it settles, so that writing the list again changes nothing; what is settled is
 * no longer in the list.
 */
public final class AdjustAccounts {

    private static final int BATCH = 500;
    private static final YearMonth BEGINNING = YearMonth.of(1900, 1);

    private final Accounts accounts;
    private final PublishedTables tables;
    private final Inbox inbox;
    private final AdjustmentLog log;

    public AdjustAccounts(
            Accounts accounts, PublishedTables tables, Inbox inbox, AdjustmentLog log) {
        this.accounts = accounts;
        this.tables = tables;
        this.inbox = inbox;
        this.log = log;
    }

    /** What a step comes to. */
    public sealed interface Answer {

        record Taken(PolicyAdjustments step) implements Answer {}

        record Refused(Why why, String detail) implements Answer {}
    }

    /** Why a step is not taken. */
    public enum Why {
        POLICY_NOT_FOUND,
        /** Nothing is posted that would be otherwise. */
        NOTHING_TO_ADJUST,
        /** Nobody has asked for them. */
        ADJUSTMENTS_NOT_FOUND,
        SAME_PERSON,
        /** The list is not the one that was asked for any more. */
        LIST_CHANGED
    }

    /** How far they are; empty while nobody has asked for them. */
    public Optional<PolicyAdjustments> of(String regionCode, String policyId) {
        return log.of(regionCode, policyId);
    }

    /**
     * Tells the list, account by account in the order of their ids.
     *
     * @param behind the account to begin behind; empty to begin with the first
     * @param each takes the next; false ends the list
     * @return false when there is no such version
     */
    public boolean list(
            String regionCode,
            String policyId,
            String behind,
            BiPredicate<String, Adjustment> each) {
        Policies policies = tables.policies();
        Optional<PolicyVersion> version = policies.version(policyId);
        if (version.isEmpty()) {
            return false;
        }
        YearMonth from = Objects.requireNonNullElse(version.get().effectiveFrom(), BEGINNING);
        accounts.histories(
                regionCode,
                behind,
                (id, records) -> {
                    var assessment = Assessment.of(regionCode, records);
                    for (Adjustment adjustment : assessment.adjustments(policies, from)) {
                        if (!each.test(id.toString(), adjustment)) {
                            return false;
                        }
                    }
                    return true;
                });
        return true;
    }

    /** The sums of the whole list; empty when there is no such version. */
    private Optional<AdjustmentList> total(String regionCode, String policyId) {
        var list = new AdjustmentList();
        boolean isPublished =
                list(
                        regionCode,
                        policyId,
                        "",
                        (id, adjustment) -> {
                            list.add(id, adjustment);
                            return true;
                        });
        return isPublished ? Optional.of(list) : Optional.empty();
    }

    /** Asks for the list to be posted; the same request again is harmless. */
    public Answer request(String regionCode, String policyId, LocalDate date, String requestedBy) {
        Optional<PolicyAdjustments> known = log.of(regionCode, policyId);
        if (known.isPresent() && known.get().state() == State.APPROVED) {
            return new Answer.Taken(known.get());
        }
        Optional<AdjustmentList> found = total(regionCode, policyId);
        if (found.isEmpty()) {
            return new Answer.Refused(
                    Why.POLICY_NOT_FOUND, "No version " + policyId + " is published.");
        }
        AdjustmentList list = found.get();
        if (list.count() == 0) {
            return known.<Answer>map(Answer.Taken::new)
                    .orElseGet(() ->
                            new Answer.Refused(
                                    Why.NOTHING_TO_ADJUST,
                                    "Everything is posted as "
                                            + policyId
                                            + " would credit it, as far as the read side has"
                                            + " come."));
        }
        if (known.isPresent()
                && known.get().state() == State.REQUESTED
                && known.get().digest().equals(list.digest())) {
            return new Answer.Taken(known.get());
        }
        var step =
                new PolicyAdjustments(
                        policyId,
                        regionCode,
                        State.REQUESTED,
                        date,
                        list.count(),
                        list.creditFen(),
                        list.debitFen(),
                        list.digest(),
                        requestedBy,
                        null);
        log.note(step);
        return new Answer.Taken(step);
    }

    /**
     * Approves the list that was asked for, and posts it; asked again, posts what is left of it.
     */
    public Answer approve(String regionCode, String policyId, String approvedBy) {
        Optional<PolicyAdjustments> known = log.of(regionCode, policyId);
        if (known.isEmpty()) {
            return new Answer.Refused(
                    Why.ADJUSTMENTS_NOT_FOUND,
                    "Nobody has asked for the adjustments of "
                            + policyId
                            + "; POST /api/adjustments does.");
        }
        PolicyAdjustments step = known.get();
        if (step.state() == State.POSTED) {
            return new Answer.Taken(step);
        }
        if (step.requestedBy().equals(approvedBy)) {
            return new Answer.Refused(
                    Why.SAME_PERSON,
                    String.format(
                            Locale.ROOT,
                            "approvedBy: \"%s\" (expected: somebody else than who asked for the"
                                    + " adjustments)",
                            approvedBy));
        }
        if (step.state() == State.REQUESTED) {
            AdjustmentList list = total(regionCode, policyId).orElseGet(AdjustmentList::new);
            if (!list.digest().equals(step.digest())) {
                return new Answer.Refused(
                        Why.LIST_CHANGED,
                        String.format(
                                Locale.ROOT,
                                "The list has %d adjustments now and had %d when it was asked for;"
                                        + " ask for it again and review it.",
                                list.count(),
                                step.count()));
            }
            step = with(step, State.APPROVED, approvedBy);
            log.note(step);
        }
        post(step);
        step = with(step, State.POSTED, Objects.requireNonNull(step.approvedBy()));
        log.note(step);
        return new Answer.Taken(step);
    }

    private void post(PolicyAdjustments step) {
        var batch = new ArrayList<ToAccount>();
        list(
                step.regionCode(),
                step.policyId(),
                "",
                (id, adjustment) -> {
                    batch.add(trueUp(step, id, adjustment));
                    if (batch.size() == BATCH) {
                        inbox.toAccounts(MessageType.TRUE_UP_DECIDED, batch);
                        batch.clear();
                    }
                    return true;
                });
        if (!batch.isEmpty()) {
            inbox.toAccounts(MessageType.TRUE_UP_DECIDED, batch);
        }
    }

    private static ToAccount trueUp(
            PolicyAdjustments step, String accountId, Adjustment adjustment) {
        String trueUpId =
                String.format(
                        Locale.ROOT,
                        "adjust/%s/%s/%d-%d",
                        step.policyId(),
                        adjustment.period(),
                        adjustment.postedFen(),
                        adjustment.wouldBeFen());
        long difference = adjustment.differenceFen();
        var trueUp =
                new TrueUpDecided(
                        accountId,
                        step.date(),
                        trueUpId,
                        (difference > 0 ? TrueUp.Direction.CREDIT : TrueUp.Direction.DEBIT).name(),
                        Math.abs(difference),
                        adjustment.period(),
                        adjustment.period(),
                        LedgerAccount.POOLED_FUND.name(),
                        TrueUp.Cause.POLICY_CORRECTED.name());
        return new ToAccount(accountId, accountId + "/" + trueUpId, trueUp);
    }

    private static PolicyAdjustments with(PolicyAdjustments step, State state, String approvedBy) {
        return new PolicyAdjustments(
                step.policyId(),
                step.regionCode(),
                state,
                step.date(),
                step.count(),
                step.creditFen(),
                step.debitFen(),
                step.digest(),
                step.requestedBy(),
                approvedBy);
    }
}
