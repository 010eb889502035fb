package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.number;
import static io.jieyu.ledger.policy.FieldReader.object;
import static io.jieyu.ledger.policy.FieldReader.word;
import static io.jieyu.ledger.policy.PolicyField.ordered;
import static io.jieyu.ledger.policy.PolicyField.tree;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads what unpaid months and findings lead to (policy-format 4.5). */
final class LapseRules {

    private static final long NO_END = Long.MAX_VALUE;

    /** Three months of grace, no freeze, six paid months until benefits return. */
    static final Map<String, @Nullable Object> USUAL =
            tree(
                    "graceMonths",
                    3L,
                    "freezeAfterMonths",
                    null,
                    "waitingMonths",
                    tree("EMPLOYER", 6L, "INDIVIDUAL", 6L));

    /** No deregistration. */
    static final Map<String, @Nullable Object> NEVER =
            tree("afterMonths", null, "balanceDisposition", "RETAIN");

    private LapseRules() {}

    static FieldReader<LapseRule> lapse() {
        FieldReader<LapseRule> waiting =
                object(
                        ordered("EMPLOYER", number(0, 24), "INDIVIDUAL", number(0, 24)),
                        parts ->
                                new LapseRule(
                                        0,
                                        OptionalLong.empty(),
                                        parts.<Long>get("EMPLOYER"),
                                        parts.<Long>get("INDIVIDUAL")));
        return object(
                        ordered(
                                "graceMonths", number(1, NO_END),
                                "freezeAfterMonths", monthsOrNever(),
                                "waitingMonths", waiting),
                        parts -> {
                            LapseRule months = parts.get("waitingMonths");
                            return new LapseRule(
                                    parts.<Long>get("graceMonths"),
                                    parts.get("freezeAfterMonths"),
                                    months.employerWaitingMonths(),
                                    months.individualWaitingMonths());
                        })
                .and(LapseRules::freezesAfterGrace);
    }

    static FieldReader<Deregistration> deregistration() {
        return object(
                        ordered(
                                "afterMonths",
                                monthsOrNever(),
                                "balanceDisposition",
                                word(Deregistration.Disposition.class)),
                        parts ->
                                new Deregistration(
                                        parts.get("afterMonths"), parts.get("balanceDisposition")))
                .and((rule, spot) ->
                        spot.at("balanceDisposition")
                                .holds(
                                        rule.afterMonths().isPresent()
                                                || rule.disposition()
                                                        == Deregistration.Disposition.RETAIN,
                                        "RETAIN, because afterMonths is null"));
    }

    static FieldReader<ComplianceHold> complianceHold() {
        return object(
                        ordered(
                                "minMonths", number(1, NO_END),
                                "maxMonths", number(1, NO_END),
                                "defaultMonths", number(1, NO_END)),
                        parts ->
                                new ComplianceHold(
                                        parts.<Long>get("minMonths"),
                                        parts.<Long>get("maxMonths"),
                                        parts.<Long>get("defaultMonths")))
                .and((rule, spot) ->
                        spot.at("defaultMonths")
                                .holds(
                                        rule.minMonths() <= rule.defaultMonths()
                                                && rule.defaultMonths() <= rule.maxMonths(),
                                        String.format(
                                                Locale.ROOT,
                                                "between minMonths %d and maxMonths %d",
                                                rule.minMonths(),
                                                rule.maxMonths())));
    }

    private static boolean freezesAfterGrace(LapseRule rule, Spot spot) {
        return spot.at("freezeAfterMonths")
                .holds(
                        rule.freezeAfterMonths().orElse(NO_END) >= rule.graceMonths(),
                        ">= graceMonths " + rule.graceMonths());
    }

    private static FieldReader<OptionalLong> monthsOrNever() {
        return number(1, NO_END).map(OptionalLong::of).orNull(OptionalLong.empty());
    }
}
