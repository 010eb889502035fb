package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.JsonTree;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyDocument.Reading;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.policy.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The message {@code policyPublished} with its fields read (rulebook 6.22). */
public record PublishedPolicy(
        LocalDate date,
        String policySet,
        String regionCode,
        String policyId,
        int revision,
        @Nullable YearMonth effectiveFrom,
        @Nullable YearMonth effectiveTo,
        @Nullable LocalDate announcedOn,
        Map<String, @Nullable Object> document) {

    /**
     * Reads the fields.
     *
     * @throws InvalidField at the first field that is not as rulebook 6.22 says
     */
    public static PublishedPolicy read(Fields fields) throws InvalidField {
        String regionCode = fields.text("regionCode");
        if (!AccountId.isRegionCode(regionCode)) {
            throw new InvalidField("regionCode", regionCode, "six digits");
        }
        return new PublishedPolicy(
                fields.date("date"),
                fields.text("policySet"),
                regionCode,
                fields.text("policyId"),
                fields.number("revision", 1, 1),
                fields.optionalMonth("effectiveFrom"),
                fields.optionalMonth("effectiveTo"),
                fields.optionalDate("announcedOn"),
                fields.object("document"));
    }

    /** The version at its place in the history, or the refusal POLICY_INVALID. */
    public Version version(long position) {
        if (effectiveFrom != null && effectiveTo != null && effectiveFrom.isAfter(effectiveTo)) {
            return new Version.Refused(
                    Refusal.ofField(
                            RefusalCode.POLICY_INVALID,
                            "effectiveTo",
                            effectiveTo.toString(),
                            "a month not before effectiveFrom " + effectiveFrom));
        }
        return switch (PolicyDocument.read(document)) {
            case Reading.Valid(var read) ->
                    new Version.Valid(
                            new PolicyVersion(
                                    policySet,
                                    regionCode,
                                    policyId,
                                    effectiveFrom,
                                    effectiveTo,
                                    read,
                                    position));
            case Reading.Invalid(var problems) ->
                    new Version.Refused(
                            Refusal.ofField(
                                    RefusalCode.POLICY_INVALID,
                                    "document",
                                    problems.size() + " problems",
                                    problems.stream()
                                            .map(Problem::toString)
                                            .collect(Collectors.joining("; "))));
        };
    }

    /** What the document turns out to be. */
    public sealed interface Version {

        record Valid(PolicyVersion version) implements Version {}

        record Refused(Refusal refusal) implements Version {}
    }

    String businessKey() {
        return policySet + "/" + policyId + "/" + revision;
    }

    Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("policySet", policySet);
        content.put("regionCode", regionCode);
        content.put("policyId", policyId);
        content.put("revision", revision);
        content.put("effectiveFrom", effectiveFrom);
        content.put("effectiveTo", effectiveTo);
        content.put("announcedOn", announcedOn);
        content.put("document", JsonTree.canonical(document));
        return content;
    }
}
