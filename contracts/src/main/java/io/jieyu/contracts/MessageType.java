package io.jieyu.contracts;

import io.jieyu.contracts.account.RedriveRequested;
import io.jieyu.contracts.account.Reenrolled;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.contracts.account.SweepReversed;
import io.jieyu.contracts.benefit.PooledBenefitUsed;
import io.jieyu.contracts.card.CardActivated;
import io.jieyu.contracts.card.CardIssued;
import io.jieyu.contracts.card.CardReissued;
import io.jieyu.contracts.card.CardReportedLost;
import io.jieyu.contracts.card.CardResumed;
import io.jieyu.contracts.card.CardSuspended;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthClosed;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contracts.contribution.ContributionReceived;
import io.jieyu.contracts.contribution.ContributionRejected;
import io.jieyu.contracts.contribution.ContributionReplaced;
import io.jieyu.contracts.contribution.ContributionReversed;
import io.jieyu.contracts.contribution.ContributionSubmitted;
import io.jieyu.contracts.contribution.HeldReleased;
import io.jieyu.contracts.contribution.TrueUpDecided;
import io.jieyu.contracts.hold.HoldPlaced;
import io.jieyu.contracts.hold.HoldReleased;
import io.jieyu.contracts.policy.PolicyAdjustments;
import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.contracts.retirement.RetirementRegistered;
import io.jieyu.contracts.spending.SpendRefunded;
import io.jieyu.contracts.spending.SpendRequested;
import io.jieyu.ledger.LedgerRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents types ({@code ce_type}); those of the inbox name their kind in the rulebook's
 * catalogue.
 */
public enum MessageType {
    CONTRIBUTION_SUBMITTED(
            "jieyu.contribution.submitted.v1",
            Topic.CONTRIBUTION_SUBMITTED,
            null,
            ContributionSubmitted.class),
    CONTRIBUTION_REJECTED(
            "jieyu.contribution.rejected.v1",
            Topic.CONTRIBUTION_REJECTED,
            null,
            ContributionRejected.class),
    CONTRIBUTION_HELD(
            "jieyu.contribution.held.v1", Topic.CONTRIBUTION_HELD, null, ContributionHeld.class),
    HELD_RELEASED(
            "jieyu.contribution.heldReleased.v1",
            Topic.CONTRIBUTION_HELD,
            null,
            HeldReleased.class),
    CONTRIBUTION_RECEIVED(
            "jieyu.contribution.received.v1",
            Topic.ACCOUNT_INBOX,
            "contribution",
            ContributionReceived.class),
    CONTRIBUTION_REVERSED(
            "jieyu.contribution.reversed.v1",
            Topic.ACCOUNT_INBOX,
            "contributionReversed",
            ContributionReversed.class),
    CONTRIBUTION_REPLACED(
            "jieyu.contribution.replaced.v1",
            Topic.ACCOUNT_INBOX,
            "contributionReplaced",
            ContributionReplaced.class),
    TRUE_UP_DECIDED(
            "jieyu.contribution.trueUpDecided.v1",
            Topic.ACCOUNT_INBOX,
            "trueUp",
            TrueUpDecided.class),
    SPEND_REQUESTED(
            "jieyu.spending.requested.v1", Topic.ACCOUNT_INBOX, "spend", SpendRequested.class),
    SPEND_REFUNDED(
            "jieyu.spending.refunded.v1",
            Topic.ACCOUNT_INBOX,
            "spendRefunded",
            SpendRefunded.class),
    POOLED_BENEFIT_USED(
            "jieyu.benefit.used.v1",
            Topic.ACCOUNT_INBOX,
            "pooledBenefitUsed",
            PooledBenefitUsed.class),
    CARD_ISSUED("jieyu.card.issued.v1", Topic.ACCOUNT_INBOX, "cardIssued", CardIssued.class),
    CARD_ACTIVATED(
            "jieyu.card.activated.v1", Topic.ACCOUNT_INBOX, "cardActivated", CardActivated.class),
    CARD_SUSPENDED(
            "jieyu.card.suspended.v1", Topic.ACCOUNT_INBOX, "cardSuspended", CardSuspended.class),
    CARD_RESUMED("jieyu.card.resumed.v1", Topic.ACCOUNT_INBOX, "cardResumed", CardResumed.class),
    CARD_REPORTED_LOST(
            "jieyu.card.reportedLost.v1",
            Topic.ACCOUNT_INBOX,
            "cardReportedLost",
            CardReportedLost.class),
    CARD_REISSUED(
            "jieyu.card.reissued.v1", Topic.ACCOUNT_INBOX, "cardReissued", CardReissued.class),
    HOLD_PLACED("jieyu.hold.placed.v1", Topic.ACCOUNT_INBOX, "holdPlaced", HoldPlaced.class),
    HOLD_RELEASED(
            "jieyu.hold.released.v1", Topic.ACCOUNT_INBOX, "holdReleased", HoldReleased.class),
    RETIREMENT_REGISTERED(
            "jieyu.retirement.registered.v1",
            Topic.ACCOUNT_INBOX,
            "retirementRegistered",
            RetirementRegistered.class),
    REENROLLED("jieyu.account.reenrolled.v1", Topic.ACCOUNT_INBOX, "reenrolled", Reenrolled.class),
    SWEEP_REVERSED(
            "jieyu.account.sweepReversed.v1",
            Topic.ACCOUNT_INBOX,
            "sweepReversed",
            SweepReversed.class),
    MONTH_CLOSED(
            "jieyu.close.monthClosed.v1", Topic.ACCOUNT_INBOX, "monthClosed", MonthClosed.class),
    POLICY_PUBLISHED(
            "jieyu.policy.published.v1",
            Topic.ACCOUNT_INBOX,
            "policyPublished",
            PolicyPublished.class),
    REDRIVE_REQUESTED(
            "jieyu.account.redriveRequested.v1",
            Topic.ACCOUNT_INBOX,
            "redriveRequested",
            RedriveRequested.class),
    LEDGER_RECORDED("jieyu.account.recorded.v1", Topic.ACCOUNT_LEDGER, null, LedgerRecord.class),
    REPLY_GIVEN("jieyu.account.replied.v1", Topic.ACCOUNT_REPLIES, null, ReplyGiven.class),
    CLOSE_REQUESTED("jieyu.close.requested.v1", Topic.ACCOUNT_SEALS, null, CloseRequested.class),
    CLOSE_PROGRESSED("jieyu.close.progressed.v1", Topic.ACCOUNT_SEALS, null, CloseProgressed.class),
    MONTH_SEALED("jieyu.close.monthSealed.v1", Topic.ACCOUNT_SEALS, null, MonthSealed.class),
    CLOSE_CERTIFIED("jieyu.close.certified.v1", Topic.ACCOUNT_SEALS, null, CloseCertified.class),
    POLICY_TABLE("jieyu.policy.table.v1", Topic.POLICY_TABLES, null, PolicyTable.class),
    POLICY_DRAFT("jieyu.policy.draft.v1", Topic.POLICY_CHANGES, null, PolicyDraft.class),
    POLICY_ADJUSTMENTS(
            "jieyu.policy.adjustments.v1", Topic.POLICY_CHANGES, null, PolicyAdjustments.class);

    private static final Map<String, MessageType> BY_CE_TYPE =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(MessageType::ceType, type -> type));

    private final String ceType;
    private final Topic topic;
    private final @Nullable String kind;
    private final Class<? extends Record> record;

    MessageType(String ceType, Topic topic, @Nullable String kind, Class<? extends Record> record) {
        this.ceType = ceType;
        this.topic = topic;
        this.kind = kind;
        this.record = record;
    }

    public String ceType() {
        return ceType;
    }

    public Topic topic() {
        return topic;
    }

    /** Its kind in the message catalogue (rulebook 6), for messages of the inbox. */
    public Optional<String> kind() {
        return Optional.ofNullable(kind);
    }

    /** What the value of such a message is read into. */
    public Class<? extends Record> record() {
        return record;
    }

    public static Optional<MessageType> of(String ceType) {
        return Optional.ofNullable(BY_CE_TYPE.get(ceType));
    }
}
