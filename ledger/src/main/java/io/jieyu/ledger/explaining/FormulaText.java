package io.jieyu.ledger.explaining;

import io.jieyu.ledger.Posting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The computation of a posting with its inputs, as the rulebook writes it. */
final class FormulaText {

    private static final List<String> RATES =
            List.of("personalRate", "employerRate", "residentShare", "retireePensionRate");

    private FormulaText() {}

    /** The computation; empty when nothing was computed. */
    static String of(Posting posting) {
        Map<String, Object> inputs = posting.formula();
        if (inputs.isEmpty()) {
            return "";
        }
        String term =
                switch (posting.rule()) {
                    case "9.2" ->
                            String.format(
                                    Locale.ROOT,
                                    "HALF_UP(month product %s × %s ÷ %s)",
                                    inputs.get("monthProductFen"),
                                    inputs.get("rate"),
                                    inputs.get("monthsAYear"));
                    case "9.3" ->
                            String.format(
                                    Locale.ROOT,
                                    "min(%s at the month's end, %s now)",
                                    inputs.get("currentAtMonthEndFen"),
                                    inputs.get("currentFen"));
                    case "7.8" ->
                            String.format(
                                    Locale.ROOT,
                                    "HALF_UP(%s a year × %s months ÷ 12); age %s",
                                    inputs.get("yearlyFen"),
                                    inputs.get("months"),
                                    inputs.get("age"));
                    default -> byRate(inputs);
                };
        return posting.amountFen() + " = " + term;
    }

    private static String byRate(Map<String, Object> inputs) {
        for (String rate : RATES) {
            if (inputs.containsKey(rate)) {
                Object of =
                        inputs.entrySet().stream()
                                .filter(input ->
                                        input.getKey().endsWith("Fen")
                                                && !input.getKey().startsWith("declared"))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse("");
                return String.format(
                        Locale.ROOT, "HALF_UP(%s × %s)%s", of, inputs.get(rate), remarks(inputs));
            }
        }
        if (inputs.keySet().equals(Set.of("age"))) {
            return "the amount of age " + inputs.get("age");
        }
        return String.join(
                " − ",
                inputs.entrySet().stream()
                        .map(input -> input.getKey() + " " + input.getValue())
                        .toList());
    }

    private static String remarks(Map<String, Object> inputs) {
        String age = inputs.containsKey("age") ? "; age " + inputs.get("age") : "";
        String declared =
                inputs.containsKey("declaredBaseFen")
                        ? "; declared base " + inputs.get("declaredBaseFen") + ", clamped"
                        : "";
        return age + declared;
    }
}
