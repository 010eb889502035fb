package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.list;
import static io.jieyu.ledger.policy.FieldReader.object;
import static io.jieyu.ledger.policy.FieldReader.set;
import static io.jieyu.ledger.policy.FieldReader.word;
import static io.jieyu.ledger.policy.PolicyField.ordered;
import static io.jieyu.ledger.policy.PolicyField.tree;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from which bucket is spent, and on what (policy-format 4.6 and 6). */
final class SpendingRules {

    /** Rulebook 13.2, where no document says anything. */
    static final Map<String, @Nullable Object> USUAL_USES = usual();

    private static final List<String> BUCKETS =
            List.of(LedgerAccount.CURRENT.name(), LedgerAccount.PRIOR.name());

    private SpendingRules() {}

    static FieldReader<List<LedgerAccount>> consumptionOrder() {
        return list(word(BUCKETS).map(LedgerAccount::valueOf))
                .and((order, spot) ->
                        spot.holds(
                                order.size() == 2 && order.getFirst() != order.getLast(),
                                "CURRENT and PRIOR, once each"));
    }

    static FieldReader<PermittedUses> permittedUses() {
        return object(
                ordered("CURRENT", uses(), "PRIOR", uses()),
                parts -> new PermittedUses(parts.get("CURRENT"), parts.get("PRIOR")));
    }

    private static FieldReader<List<Use>> uses() {
        List<String> permissible = names(true);
        List<String> never = names(false);
        FieldReader<Use> use =
                spot ->
                        never.contains(String.valueOf(spot.value()))
                                ? spot.expected("a medical use; this use may never be permitted")
                                : word(permissible).map(Use::valueOf).read(spot);
        return set(use).and((uses, spot) -> spot.holds(!uses.isEmpty(), "at least one"));
    }

    private static List<String> names(boolean permissible) {
        return Arrays.stream(Use.values())
                .filter(use -> use.isPermissible() == permissible)
                .map(Use::name)
                .toList();
    }

    private static Map<String, @Nullable Object> usual() {
        var uses =
                List.of(
                        "OUTPATIENT",
                        "PHARMACY",
                        "INPATIENT",
                        "SERIOUS_ILLNESS_PREMIUM",
                        "RESIDENT_PREMIUM_FOR_RELATIVE");
        return tree("CURRENT", uses, "PRIOR", uses);
    }
}
