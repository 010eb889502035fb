package io.jieyu.scenario;

import io.jieyu.ledger.LedgerAccount;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may stand in the steps of a scenario: the message kinds of rulebook 6, and the checks. */
final class Catalogue {

    /** Keys that every message step understands. */
    private static final List<String> COMMON =
            List.of("person", "accountId", "on", "id", "sameAs", "causedBy");

    private static final Set<String> MONEY =
            Set.of("base", "personalReceived", "employerReceived", "amount");

    /**
     * A message kind.
     *
     * @param fields as scenario files name them, money without {@code Fen}
     * @param ownId the field that is the message's own id unless named; null when there is none
     */
    record Kind(Set<String> fields, @Nullable String ownId) {}

    private static final Map<String, Kind> KINDS = kinds();

    private static final Map<String, Set<String>> OTHERS =
            Map.of(
                    "close", Set.of("region", "through"),
                    "paidMonths", Set.of("persons", "from", "to", "base", "day"),
                    "contributions", Set.of("person", "from", "to", "base", "day", "type", "on"),
                    "publishPolicy", Set.of("region", "document", "on"),
                    "explain", Set.of("person", "accountId", "on", "includes", "excludes"),
                    "forecast", Set.of("person", "accountId", "on", "includes", "excludes"),
                    "expect", AccountView.KEYS,
                    "total",
                            Arrays.stream(LedgerAccount.values())
                                    .map(LedgerAccount::name)
                                    .collect(Collectors.toUnmodifiableSet()));

    static final Set<String> BESIDE =
            Set.of("outcome", "posted", "postings", "paid", "cash", "notices");

    private Catalogue() {}

    static boolean isMessage(String key) {
        return KINDS.containsKey(key);
    }

    static boolean isKnown(String key) {
        return isMessage(key) || OTHERS.containsKey(key);
    }

    /** The keys that may stand under it. */
    static Set<String> keysOf(String key) {
        Kind kind = KINDS.get(key);
        return kind == null ? OTHERS.getOrDefault(key, Set.of()) : kind.fields();
    }

    static @Nullable String ownIdOf(String kind) {
        Kind found = KINDS.get(kind);
        return found == null ? null : found.ownId();
    }

    /** The catalogue's name of a field, and its value as a message carries it. */
    static void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (MONEY.contains(name)) {
            fields.put(name + "Fen", Yuan.toFen(value));
        } else {
            fields.put(name, value);
        }
    }

    private static Map<String, Kind> kinds() {
        var kinds = new HashMap<String, Kind>();
        String contribution =
                "type period serial category tier payer employerId birthDate base personalReceived"
                        + " employerReceived sex";
        add(kinds, "contribution", null, contribution);
        String reversal = "reversalId originalType originalPeriod originalSerial reason";
        add(kinds, "contributionReversed", "reversalId", reversal);
        add(kinds, "contributionReplaced", "reversalId", reversal + " replacement");
        add(
                kinds,
                "trueUp",
                "trueUpId",
                "trueUpId direction amount fromPeriod toPeriod source reason");
        String spend =
                "spendId amount use providerId providerRegion outOfRegionBasis authenticated"
                        + " detail";
        add(kinds, "spend", "spendId", spend);
        add(kinds, "sharedSpend", "spendId", spend + " bindingId");
        add(kinds, "spendRefunded", "refundId", "refundId spendId amount");
        add(kinds, "pooledBenefitUsed", "claimId", "claimId amount");
        add(kinds, "cardIssued", null, "cardNo active");
        add(kinds, "cardActivated", null, "cardNo");
        add(kinds, "cardSuspended", null, "cardNo reason");
        add(kinds, "cardResumed", null, "cardNo");
        add(kinds, "cardReportedLost", null, "cardNo");
        add(kinds, "cardReissued", null, "cardNo oldCardNo");
        add(kinds, "holdPlaced", null, "hold caseNo months");
        add(kinds, "holdReleased", null, "caseNo");
        add(
                kinds,
                "retirementRegistered",
                null,
                "retiredFrom birthDate sex recognisedMonths category");
        add(kinds, "reenrolled", null, "");
        add(kinds, "sweepReversed", null, "sweepId");
        twoSided(kinds);
        return Map.copyOf(kinds);
    }

    /** Kinds that concern relatives, other accounts or the end of one, and broadcasts. */
    private static void twoSided(Map<String, Kind> kinds) {
        add(
                kinds,
                "familyBound",
                "bindingId",
                "bindingId relativeId relation relativeInsurance scopes");
        add(kinds, "familyUnbound", null, "bindingId");
        add(kinds, "walletSent", "transferId", "transferId amount bindingId recipientAccountId at");
        add(kinds, "walletAccepted", "transferId", "transferId at");
        add(kinds, "walletReturned", "transferId", "transferId at reason");
        add(kinds, "walletReceived", "transferId", "transferId amount fromAccountId");
        add(kinds, "transferOutApproved", "transferId", "transferId toRegion targetAccountId");
        add(kinds, "transferAccepted", "transferId", "transferId");
        add(kinds, "transferRefused", "transferId", "transferId reason");
        add(kinds, "transferIn", "transferId", "transferId amount fromAccountId birthDate");
        add(kinds, "withdrawal", "withdrawalId", "withdrawalId case amount");
        add(kinds, "deathRegistered", null, "deathDate disposition");
        add(kinds, "emigrationRegistered", null, "");
        add(
                kinds,
                "policyPublished",
                null,
                "policySet regionCode policyId revision effectiveFrom effectiveTo announcedOn"
                        + " document");
        add(kinds, "monthClosed", null, "regionCode period");
    }

    private static void add(
            Map<String, Kind> kinds, String kind, @Nullable String ownId, String fields) {
        var names = new LinkedHashSet<>(COMMON);
        Arrays.stream(fields.split(" ")).filter(name -> !name.isEmpty()).forEach(names::add);
        kinds.put(kind, new Kind(Set.copyOf(names), ownId));
    }
}
