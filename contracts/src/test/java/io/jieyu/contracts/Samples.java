package io.jieyu.contracts;

import static io.jieyu.contracts.MessageType.CONTRIBUTION_RECEIVED;
import static io.jieyu.contracts.MessageType.POLICY_PUBLISHED;

import io.jieyu.contracts.account.RedriveRequested;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contracts.contribution.ContributionReceived;
import io.jieyu.contracts.contribution.ContributionRejected;
import io.jieyu.contracts.contribution.ContributionSubmitted;
import io.jieyu.contracts.contribution.HeldReleased;
import io.jieyu.contracts.contribution.LineError;
import io.jieyu.contracts.contribution.LineLocator;
import io.jieyu.contracts.policy.PolicyAdjustments;
import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.decision.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One value of each message, with every field that such a message can have in one piece. */
final class Samples {

    private static final String ACCOUNT = "110000-P000017";
    private static final String EMPLOYER = "91110000600001234X";
    private static final LocalDate RECEIVED_ON = LocalDate.parse("2025-01-05");
    private static final YearMonth PERIOD = YearMonth.parse("2025-01");
    private static final LocalDate PUBLISHED_ON = LocalDate.parse("2022-08-19");
    private static final YearMonth REFORM = YearMonth.parse("2022-09");

    private Samples() {}

    /** The sample of the type; a ledger record as the ledger itself writes it. */
    static Object of(MessageType type) {
        return switch (type) {
            case CONTRIBUTION_SUBMITTED -> submitted();
            case CONTRIBUTION_RECEIVED -> received(1_000_000);
            case CONTRIBUTION_REJECTED -> rejected();
            case POLICY_PUBLISHED -> published();
            case POLICY_TABLE -> table();
            case CONTRIBUTION_HELD -> held();
            case HELD_RELEASED -> new HeldReleased("110000", 3, List.of(4_711L, 4_713L));
            case POLICY_DRAFT -> draft();
            case POLICY_ADJUSTMENTS -> adjustments();
            case REDRIVE_REQUESTED -> new RedriveRequested(RECEIVED_ON, "operator-3");
            case LEDGER_RECORDED -> accepted().record();
            case REPLY_GIVEN -> reply();
            default -> AccountSamples.of(type).orElseThrow();
        };
    }

    static Recorded accepted() {
        return credited(ledgerWithPolicy());
    }

    /** The same line again under another id. */
    static Recorded duplicate() {
        var ledger = ledgerWithPolicy();
        credited(ledger);
        return ledger.decide(ACCOUNT, "payroll-17-2", CONTRIBUTION_RECEIVED, received(1_000_000));
    }

    /** The same collection serial with another base. */
    static Recorded conflicting() {
        var ledger = ledgerWithPolicy();
        credited(ledger);
        return ledger.decide(ACCOUNT, "payroll-17-3", CONTRIBUTION_RECEIVED, received(1_100_000));
    }

    /** A field that the ledger cannot accept. */
    static Recorded invalid() {
        return ledgerWithPolicy()
                .decide(ACCOUNT, "payroll-17-4", CONTRIBUTION_RECEIVED, received(-5));
    }

    /** A message to all accounts of a partition. */
    static Recorded broadcast() {
        return publish(new LedgerOfSamples());
    }

    private static Recorded credited(LedgerOfSamples ledger) {
        return ledger.decide(ACCOUNT, "payroll-17-1", CONTRIBUTION_RECEIVED, received(1_000_000));
    }

    private static LedgerOfSamples ledgerWithPolicy() {
        var ledger = new LedgerOfSamples();
        publish(ledger);
        return ledger;
    }

    private static Recorded publish(LedgerOfSamples ledger) {
        return ledger.decide(
                "broadcast/0", "policy/default/110000/B/1", POLICY_PUBLISHED, published());
    }

    private static ContributionSubmitted submitted() {
        return new ContributionSubmitted(
                ACCOUNT,
                RECEIVED_ON,
                "REGULAR",
                PERIOD,
                "1",
                "EMPLOYEE",
                "POOLED_AND_ACCOUNT",
                "EMPLOYER",
                EMPLOYER,
                LocalDate.parse("1990-01-01"),
                1_000_000,
                20_300L,
                80_000L);
    }

    private static ContributionReceived received(long baseFen) {
        return new ContributionReceived(
                ACCOUNT,
                RECEIVED_ON,
                "REGULAR",
                PERIOD,
                "1",
                "EMPLOYEE",
                "POOLED_AND_ACCOUNT",
                "EMPLOYER",
                EMPLOYER,
                LocalDate.parse("1990-01-01"),
                baseFen,
                20_300L,
                80_000L,
                "2025-01-payroll",
                17);
    }

    private static ContributionRejected rejected() {
        return new ContributionRejected(
                "payroll-18-1",
                "110000-P000018",
                EMPLOYER,
                "ERROR",
                List.of(
                        new LineError(
                                "INVALID_FIELD", "baseFen", "-5", "a whole number of fen >= 0")),
                LineLocator.inTopic(Topic.CONTRIBUTION_SUBMITTED.topicName(), 3, 4711),
                "{\"accountId\":\"110000-P000018\",\"baseFen\":-5}");
    }

    private static PolicyPublished published() {
        return new PolicyPublished(
                PUBLISHED_ON,
                "default",
                "110000",
                "110000/B",
                1,
                REFORM,
                YearMonth.parse("2025-06"),
                PUBLISHED_ON,
                document());
    }

    private static ContributionHeld held() {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("accountId", ACCOUNT);
        line.put("period", "2025-07");
        return new ContributionHeld(
                "payroll-17-7",
                ACCOUNT,
                YearMonth.parse("2025-07"),
                "110000/B",
                LocalDate.parse("2025-06-30"),
                line);
    }

    private static PolicyDraft draft() {
        return new PolicyDraft(
                "110000-3",
                4,
                "default",
                "110000",
                PolicyDraft.State.PUBLISHED,
                "{\"regionCode\": \"110000\"}",
                true,
                "li.na",
                Instant.parse("2026-01-14T08:00:00Z"),
                "li.na",
                Instant.parse("2026-01-14T09:30:00Z"),
                "wang.wei",
                "nobody",
                List.of("110000/C"));
    }

    private static PolicyAdjustments adjustments() {
        return new PolicyAdjustments(
                "110000/C",
                "110000",
                PolicyAdjustments.State.APPROVED,
                LocalDate.parse("2026-01-15"),
                2,
                10_000,
                300,
                Hash.of(new byte[0]),
                "li.na",
                "wang.wei");
    }

    private static PolicyTable table() {
        var name = new LinkedHashMap<String, String>();
        name.put("zh", "北京市");
        name.put("en", "Beijing");
        var provenance = new LinkedHashMap<String, @Nullable Object>();
        provenance.put("field", "baseLimits");
        provenance.put("source", "W9, W11");
        provenance.put("grade", "B");
        return new PolicyTable(
                "default",
                "110000",
                name,
                List.of(
                        new PolicyTable.Version(
                                "B",
                                1,
                                PUBLISHED_ON,
                                "li.na",
                                "wang.wei",
                                REFORM,
                                YearMonth.parse("2025-06"),
                                PUBLISHED_ON,
                                LocalDate.parse("2025-06-30"),
                                "Beijing employee medical insurance reform in force 2022-09-01",
                                document(),
                                List.of(provenance))));
    }

    private static Map<String, @Nullable Object> document() {
        var limits = new LinkedHashMap<String, @Nullable Object>();
        limits.put("from", "2024-07");
        limits.put("floorFen", 682_100L);
        limits.put("ceilingFen", 3_528_300L);
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("personalRate", "0.02");
        fields.put("baseLimits", List.of(limits));
        fields.put("mutualAidFen", 300L);
        fields.put("minContributionYears", null);
        return fields;
    }

    private static ReplyGiven reply() {
        var answer = invalid();
        return new ReplyGiven(
                answer.record().messageId(),
                answer.record().accountId(),
                answer.record().sequence(),
                false,
                answer.record().outcome(),
                answer.record().refusal(),
                new TreeMap<>(Map.of("paidFen", 3_000L, "cashFen", 0L)),
                answer.record().balances());
    }
}
