package io.jieyu.ledger.policy;

import io.jieyu.ledger.Rate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules between fields, checked where a document sets both sides (policy-format 4 and 5). */
final class FieldRules {

    private static final Rate MOST = Rate.of("0.2");

    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("employerBands", "employerRateBasis"),
                    List.of("residentShare", "categories"),
                    List.of("retireeBands", "retireeRule"),
                    List.of("retireePensionRate", "retireeRule"),
                    List.of("deregistration", "lapse"));

    private FieldRules() {}

    /** The field with the one that it has to fit; only the field where it stands alone. */
    static List<String> sides(String field) {
        return PAIRS.stream()
                .filter(pair -> pair.getFirst().equals(field))
                .findFirst()
                .orElse(List.of(field));
    }

    static void check(
            PolicyDocument document, Map<String, @Nullable Object> tree, List<Problem> problems) {
        employerRates(document, problems);
        residentShare(document, problems);
        retirees(tree, problems);
        deregistrationAfterFreeze(tree, problems);
    }

    private static void employerRates(PolicyDocument document, List<Problem> problems) {
        Optional<EmployerRateBasis> basis = document.value(PolicyField.EMPLOYER_RATE_BASIS);
        Optional<AgeBands<Rate>> bands = document.value(PolicyField.EMPLOYER_BANDS);
        if (basis.isEmpty()
                || bands.isEmpty()
                || basis.get() == EmployerRateBasis.PERSONAL_CONTRIBUTION) {
            return;
        }
        List<AgeBands.Band<Rate>> list = bands.get().bands();
        for (int i = 0; i < list.size(); i++) {
            Rate rate = list.get(i).figure();
            if (rate.millionths() > MOST.millionths()) {
                problems.add(
                        new Problem(
                                String.format(Locale.ROOT, "employerBands[%d].rate", i),
                                "\"" + rate + "\"",
                                String.format(
                                        Locale.ROOT,
                                        "at most 0.2 of %s; %s %% is written \"%s\"",
                                        basis.get(),
                                        rate,
                                        new Rate(rate.millionths() / 100))));
            }
        }
    }

    private static void residentShare(PolicyDocument document, List<Problem> problems) {
        Optional<Categories> categories = document.value(PolicyField.CATEGORIES);
        Optional<Rate> share = document.value(PolicyField.RESIDENT_SHARE);
        if (categories.isEmpty() || share.isEmpty()) {
            return;
        }
        boolean account = categories.get().resident() == AccountRule.ACCOUNT;
        if (account != share.get().millionths() > 0) {
            problems.add(
                    new Problem(
                            "residentShare",
                            "\"" + share.get() + "\"",
                            "over 0 exactly when categories.RESIDENT is ACCOUNT"));
        }
    }

    private static void retirees(Map<String, @Nullable Object> tree, List<Problem> problems) {
        if ("PERCENT_OF_REGIONAL_PENSION".equals(tree.get("retireeRule"))
                && tree.get("retireePensionRate") instanceof String rate
                && rate.matches("0+(\\.0+)?")) {
            problems.add(
                    new Problem(
                            "retireePensionRate",
                            "\"" + rate + "\"",
                            "over 0, because retireeRule is PERCENT_OF_REGIONAL_PENSION"));
        }
        if (tree.get("retireeRule") instanceof String rule
                && rule.startsWith("FLAT")
                && tree.get("retireeBands") instanceof List<?> bands
                && bands.isEmpty()) {
            problems.add(
                    new Problem(
                            "retireeBands",
                            "[]",
                            "at least one band, because retireeRule is " + rule));
        }
    }

    private static void deregistrationAfterFreeze(
            Map<String, @Nullable Object> tree, List<Problem> problems) {
        if (tree.get("deregistration") instanceof Map<?, ?> deregistration
                && deregistration.get("afterMonths") instanceof Long after
                && tree.get("lapse") instanceof Map<?, ?> lapse
                && lapse.get("graceMonths") instanceof Long grace) {
            boolean freezes = lapse.get("freezeAfterMonths") instanceof Long;
            long limit = lapse.get("freezeAfterMonths") instanceof Long freeze ? freeze : grace;
            if (after <= limit) {
                problems.add(
                        new Problem(
                                "deregistration.afterMonths",
                                after.toString(),
                                String.format(
                                        Locale.ROOT,
                                        "over %d, lapse.%s",
                                        limit,
                                        freezes ? "freezeAfterMonths" : "graceMonths")));
            }
        }
    }
}
