package io.jieyu.scenario;

import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.policy.RegionDocument;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes whole documents, version by version: only those that differ from what was last accepted
 * under their policy id.
 */
final class PublishPolicies {

    private static final String FIRST_DATE = "1990-01-01";

    private final Sender sender;
    private final String policySet;
    private final Map<String, Document> accepted = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();

    PublishPolicies(Sender sender, String policySet) {
        this.sender = sender;
        this.policySet = policySet;
    }

    /** The documents of the scenario's set, with what the scenario says differently. */
    void publish(Scenario scenario) {
        var documents = new LinkedHashMap<>(PolicySets.of(scenario.policySet()));
        documents.putAll(scenario.policies());
        scenario.overrides()
                .forEach((region, fields) ->
                        documents.put(region, overridden(documents.get(region), fields)));
        documents.forEach((region, document) -> publish(region, document, null, "set-" + region));
    }

    private static Document overridden(@Nullable Document document, Document fields) {
        List<Document> versions =
                document == null
                        ? List.of(new Document(Map.of("version", "A")))
                        : document.versions();
        var changed = versions.stream().map(version -> with(version, fields).fields()).toList();
        return new Document(Map.of("versions", changed));
    }

    private static Document with(Document version, Document fields) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(version.fields());
        changed.putAll(fields.fields());
        return new Document(changed);
    }

    /** Publishes the versions that are new; returns what became of each. */
    List<Decision> publish(String region, Document document, @Nullable Object on, String idPrefix) {
        List<Document> versions = document.versions();
        var decisions = new ArrayList<Decision>();
        for (int i = 0; i < versions.size(); i++) {
            Object next =
                    i + 1 < versions.size()
                            ? versions.get(i + 1).fields().get("effectiveFrom")
                            : null;
            String policyId = region + "/" + versions.get(i).fields().get("version");
            Document told = told(region, policyId, versions.get(i), next);
            if (told.equals(accepted.get(policyId))) {
                continue;
            }
            Map<String, @Nullable Object> message = new LinkedHashMap<>(told.fields());
            message.put("revision", revisions.getOrDefault(policyId, 0L) + 1);
            message.put("date", date(on, message.get("announcedOn")));
            Decision decision =
                    sender.broadcast(
                            idPrefix + "-" + (decisions.size() + 1), "policyPublished", message);
            noteIfAccepted(decision, message);
            decisions.add(decision);
        }
        return decisions;
    }

    /** Notes every policy that was accepted, also one that a step published as a message. */
    void noteIfAccepted(Decision decision, Map<String, @Nullable Object> message) {
        if (decision instanceof Decision.Decided decided
                && decided.message().record().outcome() == Outcome.ACCEPTED) {
            String policyId = String.valueOf(message.get("policyId"));
            long revision = message.get("revision") instanceof Long number ? number : 1;
            Map<String, @Nullable Object> fields = new LinkedHashMap<>(message);
            fields.keySet().removeAll(Set.of("revision", "date"));
            accepted.put(policyId, new Document(fields));
            revisions.merge(policyId, revision, Math::max);
        }
    }

    private Object date(@Nullable Object on, @Nullable Object announcedOn) {
        if (on != null) {
            return on;
        }
        String last = sender.lastDate();
        return Objects.requireNonNullElse(announcedOn, last == null ? FIRST_DATE : last);
    }

    private Document told(String region, String policyId, Document version, @Nullable Object next) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(version.fields());
        document.keySet().removeAll(RegionDocument.UPKEEP);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("policySet", policySet);
        fields.put("regionCode", region);
        fields.put("policyId", policyId);
        fields.put("effectiveFrom", version.fields().get("effectiveFrom"));
        fields.put("effectiveTo", monthBefore(next));
        fields.put("announcedOn", version.fields().get("announcedOn"));
        fields.put("document", document);
        return new Document(fields);
    }

    private static @Nullable String monthBefore(@Nullable Object next) {
        try {
            return next == null
                    ? null
                    : YearMonth.parse(String.valueOf(next)).minusMonths(1).toString();
        } catch (DateTimeException notAMonth) {
            return String.valueOf(next);
        }
    }
}
