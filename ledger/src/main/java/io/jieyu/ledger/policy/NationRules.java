package io.jieyu.ledger.policy;

import java.util.List;
import java.util.Locale;

/** The national default ends every fallback: it holds from the beginning and sets every field. */
final class NationRules {

    private NationRules() {}

    static void check(List<RegionDocument.Version> versions, List<Problem> problems) {
        for (int i = 0; i < versions.size(); i++) {
            RegionDocument.Version version = versions.get(i);
            if (i == 0 && version.effectiveFrom() != null) {
                problems.add(
                        new Problem(
                                "versions[0].effectiveFrom",
                                "\"" + version.effectiveFrom() + "\"",
                                "null, 000000 holds from the beginning"));
            }
            for (String name : PolicyDocument.NAMES) {
                if (!version.document().fields().containsKey(name)) {
                    problems.add(
                            new Problem(
                                    String.format(Locale.ROOT, "versions[%d].%s", i, name),
                                    "missing",
                                    "a value or null, 000000 ends the fallback"));
                }
            }
        }
    }
}
