package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.fen;
import static io.jieyu.ledger.policy.FieldReader.list;
import static io.jieyu.ledger.policy.FieldReader.number;
import static io.jieyu.ledger.policy.FieldReader.object;
import static io.jieyu.ledger.policy.FieldReader.rate;
import static io.jieyu.ledger.policy.FieldReader.set;
import static io.jieyu.ledger.policy.FieldReader.time;
import static io.jieyu.ledger.policy.FieldReader.truth;
import static io.jieyu.ledger.policy.FieldReader.word;
import static io.jieyu.ledger.policy.PolicyField.ordered;
import static io.jieyu.ledger.policy.PolicyField.tree;

import io.jieyu.ledger.policy.FieldReader.Parts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document that no rule of this ledger reads yet, or ever: what may stand in them
 * (policy-format 4). A rule that comes to read one moves it to {@link PolicyField}.
 */
final class FurtherFields {

    private static final long NO_END = Long.MAX_VALUE;

    static final Map<String, FieldReader<?>> ALL =
            ordered(
                    // 4.6
                    "familySharing",
                            parts(
                                    "relations",
                                            set(
                                                    word(
                                                            List.of(
                                                                    "SPOUSE",
                                                                    "PARENT",
                                                                    "CHILD",
                                                                    "SIBLING",
                                                                    "GRANDPARENT",
                                                                    "GRANDCHILD"))),
                                    "recipientInsurance",
                                            word(List.of("ANY_BASIC", "EMPLOYEE_ONLY")),
                                    "buckets", notEmpty(set(word(List.of("CURRENT", "PRIOR"))))),
                    "wallet",
                            parts(
                                            "maxPerDay", number(1, NO_END),
                                            "maxFen", fen(1),
                                            "closedFrom", time("22:00").orNull(""),
                                            "closedTo", time("22:00").orNull(""),
                                            "returnAt", time("22:00"),
                                            "buckets",
                                                    notEmpty(
                                                            set(word(List.of("CURRENT", "PRIOR")))))
                                    .and(FurtherFields::bothOrNeither)
                                    .orNull(none()),
                    // 4.7
                    "withdrawalCases",
                            set(
                                    word(
                                            List.of(
                                                    "DEATH",
                                                    "EMIGRATION",
                                                    "TRANSFER_NOT_ACCEPTED",
                                                    "TRANSFER_OUT",
                                                    "OFF_SITE_RETIREE",
                                                    "RETIREMENT"))),
                    "refundOnLapse", word(List.of("NONE", "ON_APPLICATION")),
                    // 4.8
                    "rounding", word(List.of("HALF_UP_PER_POSTING")),
                    "flexibleWorkerAge",
                            parts(
                                            "min",
                                            number(0, 150),
                                            "maxMale",
                                            number(1, 150),
                                            "maxFemale",
                                            number(1, 150))
                                    .and(FurtherFields::youngEnough)
                                    .orNull(none()),
                    "flexiblePaymentFrequencies",
                            notEmpty(set(word(List.of("MONTHLY", "QUARTERLY", "ANNUAL")))),
                    "flexiblePremiumRates",
                            parts(
                                    "POOLED_AND_ACCOUNT",
                                    orUnknown(rate("0.2")),
                                    "POOLED_ONLY",
                                    orUnknown(rate("0.2"))),
                    "collectionCutoff",
                            parts("dayOfMonth", number(1, 31), "time", time("16:00"))
                                    .orNull(none()),
                    "lockReasons",
                            set(
                                    word(
                                            List.of(
                                                    "LEFT_EMPLOYER",
                                                    "NEW_EMPLOYER_NOT_CONTINUED",
                                                    "RETIREMENT_AGE_YEARS_SHORT",
                                                    "UNDECLARED_AFTER_NOTICE",
                                                    "PRISON",
                                                    "DEATH"))),
                    "emergencyFilingDays", number(0, NO_END).orNull(NO_END),
                    "familyQueryAllowed", truth(),
                    "withdrawalEarliest",
                            parts(
                                            "monthsAfter",
                                            number(0, NO_END),
                                            "afterDayOfMonth",
                                            orUnknown(number(1, 31)))
                                    .orNull(none()),
                    "transferDeadlines",
                            parts(
                                    "outWorkingDays",
                                    number(1, NO_END),
                                    "inWorkingDays",
                                    number(1, NO_END)),
                    "residentPremiums",
                            list(
                                    parts(
                                                    "group", word(List.of("GENERAL", "NEWBORN")),
                                                    "year", orUnknown(number(2000, 2100)),
                                                    "personalFen", orUnknown(fen(0)),
                                                    "minimumSubsidyFen", orUnknown(fen(0)),
                                                    "withinDaysOfBirth", orUnknown(number(1, 400)))
                                            .and(FurtherFields::daysOfNewborns)),
                    "afterReviewBy", word(List.of("WARN", "HOLD_CREDITS")));

    private static final List<String> BOTH = List.of("CURRENT", "PRIOR");

    /** What holds where no document has the field (rulebook 6.22); the others have no default. */
    static final Map<String, @Nullable Object> USUAL =
            tree(
                    "familySharing",
                    tree(
                            "relations",
                            List.of(
                                    "SPOUSE",
                                    "PARENT",
                                    "CHILD",
                                    "SIBLING",
                                    "GRANDPARENT",
                                    "GRANDCHILD"),
                            "recipientInsurance",
                            "ANY_BASIC",
                            "buckets",
                            BOTH),
                    "wallet",
                    tree(
                            "maxPerDay",
                            3L,
                            "maxFen",
                            200_000L,
                            "closedFrom",
                            "22:00",
                            "closedTo",
                            "06:00",
                            "returnAt",
                            "06:00",
                            "buckets",
                            BOTH),
                    "withdrawalCases",
                    List.of("EMIGRATION", "TRANSFER_NOT_ACCEPTED"),
                    "refundOnLapse",
                    "NONE");

    private FurtherFields() {}

    private static FieldReader<Parts> parts(Object... keysAndReaders) {
        return object(ordered(keysAndReaders), Function.identity());
    }

    private static Parts none() {
        return new Parts(Map.of());
    }

    private static <T> FieldReader<Object> orUnknown(FieldReader<T> reader) {
        return reader.<Object>map(value -> value).orNull("unknown");
    }

    private static <T> FieldReader<List<T>> notEmpty(FieldReader<List<T>> reader) {
        return reader.and((values, spot) -> spot.holds(!values.isEmpty(), "at least one"));
    }

    private static boolean bothOrNeither(Parts parts, Spot spot) {
        return spot.at("closedTo")
                .holds(
                        parts.get("closedFrom").equals("") == parts.get("closedTo").equals(""),
                        "both closing times or neither");
    }

    private static boolean youngEnough(Parts ages, Spot spot) {
        boolean women = below(ages, spot, "maxFemale");
        return below(ages, spot, "maxMale") && women;
    }

    private static boolean below(Parts ages, Spot spot, String most) {
        long limit = ages.<Long>get(most);
        return spot.at("min").holds(ages.<Long>get("min") < limit, "below " + most + " " + limit);
    }

    private static boolean daysOfNewborns(Parts premium, Spot spot) {
        boolean newborn = premium.get("group").equals("NEWBORN");
        boolean days = !premium.get("withinDaysOfBirth").equals("unknown");
        return spot.at("withinDaysOfBirth")
                .holds(
                        newborn == days,
                        newborn
                                ? "days, because group is NEWBORN"
                                : "null, because group is GENERAL");
    }
}
