package io.jieyu.account.adjusting.web;

import io.jieyu.account.adjusting.AdjustAccounts;
import io.jieyu.account.adjusting.AdjustAccounts.Answer;
import io.jieyu.contracts.policy.PolicyAdjustments;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.servicekit.web.JsonBody;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/adjustments")
@Tag(
        name = "Adjustments",
        description = "What a version that begins in the past makes of months that are posted")
class AdjustmentsController {

    private static final int MOST = 1_000;

    private final AdjustAccounts adjust;
    private final Clock clock;

    AdjustmentsController(AdjustAccounts adjust, Clock clock) {
        this.adjust = adjust;
        this.clock = clock;
    }

    /** One month of one account. */
    record Row(
            String accountId,
            YearMonth period,
            long postedFen,
            long wouldBeFen,
            long differenceFen) {}

    /**
     * A stretch of the list.
     *
     * @param step how far they are; null while nobody has asked for them
     * @param next where to go on; null at the end
     */
    record ShownList(
            String regionCode,
            String policyId,
            @Nullable PolicyAdjustments step,
            List<Row> adjustments,
            @Nullable String next) {}

    @GetMapping("/{regionCode}/{policyRegion}/{version}")
    @Operation(
            summary = "The list of adjustments of a published version",
            description =
                    "By account and month: what is posted, what the published policies would"
                        + " credit, the difference. Answered in stretches: follow next until there"
                        + " is none.")
    ShownList list(
            @Parameter(description = "whose accounts", example = "110000") @PathVariable
                    String regionCode,
            @Parameter(description = "whose document", example = "110000") @PathVariable
                    String policyRegion,
            @Parameter(example = "C") @PathVariable String version,
            @Parameter(description = "the account to begin behind") @RequestParam(defaultValue = "")
                    String behind,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", String.valueOf(limit), "1 to " + MOST);
        }
        if (!behind.isEmpty() && !behind.startsWith(regionCode + "-")) {
            throw Problem.invalid("behind", behind, "an account of " + regionCode);
        }
        String policyId = policyRegion + "/" + version;
        var rows = new ArrayList<Row>();
        boolean[] more = {false};
        boolean found =
                adjust.list(
                        regionCode,
                        policyId,
                        behind,
                        (id, adjustment) -> {
                            // An account's months are not torn apart: behind names accounts.
                            if (rows.size() >= limit && !rows.getLast().accountId().equals(id)) {
                                more[0] = true;
                                return false;
                            }
                            rows.add(
                                    new Row(
                                            id,
                                            adjustment.period(),
                                            adjustment.postedFen(),
                                            adjustment.wouldBeFen(),
                                            adjustment.differenceFen()));
                            return true;
                        });
        if (!found) {
            throw new Problem(
                    ProblemCode.POLICY_NOT_FOUND, "No version " + policyId + " is published.");
        }
        String next =
                more[0]
                        ? String.format(
                                Locale.ROOT,
                                "/api/adjustments/%s/%s?behind=%s&limit=%d",
                                regionCode,
                                policyId,
                                rows.getLast().accountId(),
                                limit)
                        : null;
        return new ShownList(
                regionCode, policyId, adjust.of(regionCode, policyId).orElse(null), rows, next);
    }

    @PostMapping
    @Operation(
            summary = "Asks for the adjustments of a version to be posted",
            description =
                    "The list as it is now; a second person approves it. The same request again is"
                            + " harmless.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"regionCode\": \"110000\","
                                                                            + " \"policyId\":"
                                                                            + " \"110000/C\","
                                                                            + " \"requestedBy\":"
                                                                            + " \"li.na\"}"))))
    PolicyAdjustments request(@RequestBody byte[] body) {
        var fields = new Fields(JsonBody.object(body));
        try {
            LocalDate date = fields.optionalDate("date");
            return taken(
                    adjust.request(
                            region(fields.text("regionCode")),
                            fields.text("policyId"),
                            date == null
                                    ? LocalDate.now(clock.withZone(BusinessDates.CHINA))
                                    : date,
                            fields.text("requestedBy")));
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    @PostMapping("/{regionCode}/{policyRegion}/{version}/approval")
    @Operation(
            summary = "Approves the list and posts it as true-ups",
            description =
                    "By somebody else than who asked for it. Refused when the list has changed."
                            + " Asked again, it posts what is left, and nothing twice.")
    PolicyAdjustments approve(
            @PathVariable String regionCode,
            @PathVariable String policyRegion,
            @PathVariable String version,
            @RequestBody byte[] body) {
        try {
            String approvedBy = new Fields(JsonBody.object(body)).text("approvedBy");
            return taken(
                    adjust.approve(region(regionCode), policyRegion + "/" + version, approvedBy));
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    private static String region(String regionCode) {
        if (!AccountId.isRegionCode(regionCode)) {
            throw Problem.invalid("regionCode", regionCode, "six digits");
        }
        return regionCode;
    }

    private static PolicyAdjustments taken(Answer answer) {
        return switch (answer) {
            case Answer.Taken(var step) -> step;
            case Answer.Refused(var why, var detail) ->
                    throw new Problem(ProblemCode.valueOf(why.name()), detail);
        };
    }
}
