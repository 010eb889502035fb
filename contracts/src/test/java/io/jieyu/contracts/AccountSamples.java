package io.jieyu.contracts;

import io.jieyu.contracts.account.Reenrolled;
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
import io.jieyu.contracts.contribution.ContributionReplaced;
import io.jieyu.contracts.contribution.ContributionReversed;
import io.jieyu.contracts.contribution.TrueUpDecided;
import io.jieyu.contracts.hold.HoldPlaced;
import io.jieyu.contracts.hold.HoldReleased;
import io.jieyu.contracts.retirement.RetirementRegistered;
import io.jieyu.contracts.spending.SpendRefunded;
import io.jieyu.contracts.spending.SpendRequested;
import io.jieyu.ledger.Hash;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One value of each message of an account's life, with every field that it can have. */
final class AccountSamples {

    private static final String ACCOUNT = "110000-P000017";
    private static final LocalDate DAY = LocalDate.parse("2025-02-05");
    private static final YearMonth PERIOD = YearMonth.parse("2025-01");

    private AccountSamples() {}

    /** The sample of the type; empty for messages that are no instruction to an account. */
    static Optional<Object> of(MessageType type) {
        return Optional.ofNullable(
                switch (type) {
                    case CONTRIBUTION_REVERSED ->
                            new ContributionReversed(
                                    ACCOUNT,
                                    DAY,
                                    "R-2025-0017",
                                    "REGULAR",
                                    PERIOD,
                                    "1",
                                    "wrong base");
                    case CONTRIBUTION_REPLACED ->
                            new ContributionReplaced(
                                    ACCOUNT,
                                    DAY,
                                    "R-2025-0017",
                                    "REGULAR",
                                    PERIOD,
                                    "1",
                                    "wrong base",
                                    replacement());
                    case TRUE_UP_DECIDED ->
                            new TrueUpDecided(
                                    ACCOUNT,
                                    DAY,
                                    "T-2025-0017",
                                    "CREDIT",
                                    3_000,
                                    PERIOD,
                                    PERIOD,
                                    "CONTRIBUTIONS",
                                    "PROVISIONAL_RATE");
                    case SPEND_REQUESTED ->
                            new SpendRequested(
                                    ACCOUNT,
                                    DAY,
                                    "S-2025-0017",
                                    3_000,
                                    "OUTPATIENT",
                                    "H11000017",
                                    "130900",
                                    "FILED",
                                    true,
                                    Map.of("visit", "outpatient"));
                    case SPEND_REFUNDED ->
                            new SpendRefunded(ACCOUNT, DAY, "F-2025-0017", "S-2025-0017", 3_000);
                    case POOLED_BENEFIT_USED ->
                            new PooledBenefitUsed(ACCOUNT, DAY, "C-2025-0017", 3_000);
                    default -> ofPerson(type);
                });
    }

    private static @Nullable Object ofPerson(MessageType type) {
        return switch (type) {
            case CARD_ISSUED -> new CardIssued(ACCOUNT, DAY, "C0000017", true);
            case CARD_ACTIVATED -> new CardActivated(ACCOUNT, DAY, "C0000017");
            case CARD_SUSPENDED -> new CardSuspended(ACCOUNT, DAY, "C0000017", "wrong base");
            case CARD_RESUMED -> new CardResumed(ACCOUNT, DAY, "C0000017");
            case CARD_REPORTED_LOST -> new CardReportedLost(ACCOUNT, DAY, "C0000017");
            case CARD_REISSUED -> new CardReissued(ACCOUNT, DAY, "C0000017", "C0000016");
            case HOLD_PLACED -> new HoldPlaced(ACCOUNT, DAY, "COMPLIANCE", "京医保〔2025〕17", 6L);
            case HOLD_RELEASED -> new HoldReleased(ACCOUNT, DAY, "京医保〔2025〕17");
            case RETIREMENT_REGISTERED ->
                    new RetirementRegistered(
                            ACCOUNT, DAY, PERIOD, LocalDate.parse("1990-01-01"), "MALE", 360);
            case REENROLLED -> new Reenrolled(ACCOUNT, DAY);
            case SWEEP_REVERSED -> new SweepReversed(ACCOUNT, DAY, "110000-P000017#1");
            case MONTH_CLOSED -> new MonthClosed(DAY, "110000", PERIOD, "clerk-3", "head-1");
            case MONTH_SEALED -> sealed();
            case CLOSE_REQUESTED -> new CloseRequested(DAY, "110000", PERIOD, "clerk-3");
            case CLOSE_PROGRESSED ->
                    new CloseProgressed(
                            "110000", PERIOD, "close/110000/2025-01", DAY, 3, 4711, 2, 1);
            case CLOSE_CERTIFIED ->
                    new CloseCertified(
                            "110000",
                            PERIOD,
                            note("110000/2025-01"),
                            List.of(note("110000/2025-01/0")));
            default -> null;
        };
    }

    private static ContributionReplaced.Replacement replacement() {
        return new ContributionReplaced.Replacement(
                "REGULAR",
                PERIOD,
                "2",
                "EMPLOYEE",
                "POOLED_AND_ACCOUNT",
                "EMPLOYER",
                "91110000600001234X",
                LocalDate.parse("1990-01-01"),
                1_200_000,
                24_300L,
                96_000L);
    }

    /** A signed note; the signature is none. */
    private static String note(String close) {
        return """
        jieyu.example/ledger/%s
        1
        SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=

        — jieyu.example/ledger AAAAAAAA
        """
                .formatted(close);
    }

    private static MonthSealed sealed() {
        return new MonthSealed(
                "110000",
                PERIOD,
                "close/110000/2025-01",
                3,
                4711,
                2,
                2,
                Hash.of("root"),
                new TreeMap<>(Map.of("CURRENT", 20_000L)),
                new TreeMap<>(Map.of("INTEREST", -58L, "PRIOR", 58L)),
                new TreeMap<>(Map.of("CURRENT", 20_000L, "PRIOR", 58L)),
                new TreeMap<>(Map.of("INTEREST", 58L)),
                new TreeMap<>(Map.of("ACTIVE", 2L)),
                new TreeMap<>(Map.of("ACTIVE", 1L, "LAPSED", 1L)));
    }
}
