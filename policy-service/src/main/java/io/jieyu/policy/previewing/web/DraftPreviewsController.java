package io.jieyu.policy.previewing.web;

import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.AccountId;
import io.jieyu.policy.drafting.CheckedDraft;
import io.jieyu.policy.drafting.DraftPolicies;
import io.jieyu.policy.previewing.AccountPreviews;
import io.jieyu.policy.previewing.AccountPreviews.Away;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.PolicyState;
import io.jieyu.policy.publication.Tables;
import io.jieyu.scenario.TryScenarios;
import io.jieyu.scenario.TryScenarios.Tried;
import io.jieyu.servicekit.web.JsonBody;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policies/drafts/{draftId}/previews")
@Tag(name = "Drafts")
class DraftPreviewsController {

    private static final String REQUEST =
            """
            {"scenarios": ["employer-share-by-age-band"]}\
            """;

    private final DraftPolicies drafts;
    private final PolicyJournal journal;
    private final AccountPreviews accounts;

    DraftPreviewsController(DraftPolicies drafts, PolicyJournal journal, AccountPreviews accounts) {
        this.drafts = drafts;
        this.journal = journal;
        this.accounts = accounts;
    }

    /**
     * A preview that has begun.
     *
     * @param scenarios how the scenarios ended that were asked for
     * @param accounts what account-service says of the preview over the accounts
     * @param next where to see how far it is
     */
    record Begun(List<Tried> scenarios, Map<String, @Nullable Object> accounts, String next) {}

    @PostMapping
    @Operation(
            summary = "Begins a preview of a draft",
            description =
                    "Scenarios by name or as YAML texts are played at once. Over the accounts of"
                        + " the region (of regionCode, for a document of a province or the nation)"
                        + " the month's credits by band before and after, the next close, and what"
                        + " is posted and would be otherwise; that takes a while, next shows how"
                        + " far it is. Nothing changes.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(value = REQUEST))))
    ResponseEntity<Begun> begin(@PathVariable String draftId, @RequestBody byte[] body) {
        Map<String, @Nullable Object> asked = JsonBody.object(body);
        PolicyState state = journal.state();
        PolicyDraft draft =
                state.draft(draftId)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.DRAFT_NOT_FOUND,
                                        "There is no draft " + draftId + "."));
        CheckedDraft checked = drafts.check(draft, state);
        PolicyTable table = checked.table();
        if (table == null) {
            throw new Problem(
                    ProblemCode.DRAFT_INVALID,
                    "A draft with errors has no preview; GET /api/policies/drafts/"
                            + draftId
                            + " names them.");
        }
        String region =
                asked.get("regionCode") instanceof String other ? other : draft.regionCode();
        if (!AccountId.isRegionCode(region)) {
            throw Problem.invalid("regionCode", region, "six digits");
        }
        var scenarios = new TryScenarios(draft.regionCode(), Tables.current(table).written());
        var tried = new ArrayList<>(scenarios.named(texts(asked, "scenarios")));
        texts(asked, "scenarioTexts").forEach(text -> tried.add(scenarios.text(text)));
        Map<String, @Nullable Object> begun =
                answered(() -> accounts.begin(region, checked.messages()));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(
                        new Begun(
                                tried,
                                begun,
                                "/api/policies/drafts/"
                                        + draftId
                                        + "/previews/"
                                        + begun.get("previewId")));
    }

    @GetMapping("/{previewId}")
    @Operation(
            summary = "A preview, or how far it is",
            description = "state RUNNING with looked of about ofAbout, DONE, or FAILED.")
    Map<String, @Nullable Object> one(
            @PathVariable String draftId, @PathVariable String previewId) {
        if (!previewId.matches("[0-9a-f-]{36}")) {
            throw Problem.invalid("previewId", previewId, "the id that its beginning answered");
        }
        return answered(() -> accounts.of(previewId));
    }

    private static List<String> texts(Map<String, @Nullable Object> asked, String field) {
        Object value = asked.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        throw Problem.invalid(field, value, "a list of texts");
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (Away away) {
            throw new Problem(ProblemCode.READ_SIDE_BEHIND, String.valueOf(away.getMessage()));
        }
    }
}
