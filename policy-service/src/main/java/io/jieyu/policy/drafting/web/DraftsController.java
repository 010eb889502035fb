package io.jieyu.policy.drafting.web;

import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.document.FileProblem;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.policy.drafting.CheckedDraft;
import io.jieyu.policy.drafting.DraftPolicies;
import io.jieyu.policy.drafting.DraftPolicies.Answer;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.PolicyJournal.JournalAway;
import io.jieyu.policy.publication.PolicyState;
import io.jieyu.servicekit.web.JsonBody;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policies")
@Tag(
        name = "Drafts",
        description =
                "A policy document on its way: saved, proposed, approved by a second person and"
                        + " thereby published")
class DraftsController {

    private static final int LARGEST = 512 * 1024;

    private final DraftPolicies drafts;
    private final PolicyJournal journal;

    DraftsController(DraftPolicies drafts, PolicyJournal journal) {
        this.drafts = drafts;
        this.journal = journal;
    }

    /** How far a draft is; VALIDATED has no error and waits to be proposed. */
    enum ShownState {
        DRAFT,
        VALIDATED,
        PROPOSED,
        PUBLISHED,
        WITHDRAWN
    }

    /** A version that the draft would publish, or has published. */
    record ShownVersion(
            String policyId, @Nullable YearMonth effectiveFrom, @Nullable YearMonth effectiveTo) {}

    /**
     * A draft, held against what is published now.
     *
     * @param problems every error: {@code draft:line path: value (expected: what)}
     * @param closedThrough the last closed month that it would change; null when none
     * @param next what to do next
     */
    record ShownDraft(
            String draftId,
            int revision,
            String regionCode,
            ShownState state,
            List<String> problems,
            List<String> warnings,
            List<ShownVersion> versions,
            @Nullable YearMonth closedThrough,
            boolean retroactive,
            String savedBy,
            Instant savedAt,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable String withdrawnBy,
            String document,
            String next) {}

    record DraftRow(String draftId, PolicyDraft.State state, String savedBy, Instant savedAt) {}

    record ShownDrafts(List<DraftRow> drafts, String next) {}

    @GetMapping("/drafts")
    @Operation(summary = "All drafts, with how far they are")
    ShownDrafts all() {
        List<DraftRow> rows =
                journal.state().drafts().values().stream()
                        .map(draft ->
                                new DraftRow(
                                        draft.draftId(),
                                        draft.state(),
                                        draft.savedBy(),
                                        draft.savedAt()))
                        .toList();
        return new ShownDrafts(
                rows,
                rows.isEmpty()
                        ? "POST a document to /api/policies/{regionCode}/drafts?by=NAME"
                        : "GET /api/policies/drafts/{draftId} shows one with its errors");
    }

    @GetMapping("/drafts/{draftId}")
    @Operation(summary = "A draft with all its errors")
    ShownDraft one(@Parameter(example = "110000-1") @PathVariable String draftId) {
        PolicyState state = journal.state();
        return state.draft(draftId)
                .map(draft -> shown(draft, state))
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.DRAFT_NOT_FOUND,
                                "There is no draft "
                                        + draftId
                                        + "; GET /api/policies/drafts lists them."));
    }

    @PostMapping("/{regionCode}/drafts")
    @Operation(
            summary = "Begins a draft",
            description =
                    "The body is the document, YAML or JSON: the whole document of the region or"
                        + " only its new version. It is kept even when it has errors; the answer"
                        + " names all of them.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = {
                                @Content(
                                        mediaType = "application/yaml",
                                        schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json")
                            }))
    ResponseEntity<ShownDraft> begin(
            @Parameter(example = "110000") @PathVariable String regionCode,
            @Parameter(description = "who saves it", example = "li.na") @RequestParam String by,
            @RequestBody byte[] body) {
        if (!AccountId.isRegionCode(regionCode)) {
            throw Problem.invalid("regionCode", regionCode, "six digits");
        }
        String text = text(body);
        PolicyDraft draft = answered(() -> drafts.begin(regionCode, text, named("by", by)));
        return ResponseEntity.status(HttpStatus.CREATED).body(shown(draft, journal.state()));
    }

    @PutMapping("/drafts/{draftId}")
    @Operation(
            summary = "Replaces the document of a draft",
            description = "A proposal becomes a draft again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/yaml",
                                            schema = @Schema(type = "string"))))
    ShownDraft rewrite(
            @PathVariable String draftId, @RequestParam String by, @RequestBody byte[] body) {
        String text = text(body);
        return taken(answered(() -> drafts.rewrite(draftId, text, named("by", by))));
    }

    @PostMapping("/drafts/{draftId}/proposal")
    @Operation(
            summary = "Proposes a draft for publication",
            description =
                    "Refused while it has errors, and when it would begin in a closed month without"
                            + " \"retroactive\": true.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"proposedBy\":"
                                                                            + " \"li.na\"}"))))
    ShownDraft propose(@PathVariable String draftId, @RequestBody byte[] body) {
        var fields = new Fields(JsonBody.object(body));
        try {
            String by = fields.text("proposedBy");
            boolean retroactive = fields.truth("retroactive", false);
            return taken(answered(() -> drafts.propose(draftId, by, retroactive)));
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    @PostMapping("/drafts/{draftId}/approval")
    @Operation(
            summary = "Approves a proposal and publishes it",
            description =
                    "By somebody who neither wrote nor proposed it. The table, and the message to"
                            + " every partition of the accounts' inbox, are written in one"
                            + " transaction. The same request again is harmless.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"approvedBy\":"
                                                                            + " \"wang.wei\"}"))))
    ShownDraft approve(@PathVariable String draftId, @RequestBody byte[] body) {
        String by = person(body, "approvedBy");
        return taken(answered(() -> drafts.approve(draftId, by)));
    }

    @PostMapping("/drafts/{draftId}/withdrawal")
    @Operation(summary = "Withdraws a draft")
    ShownDraft withdraw(@PathVariable String draftId, @RequestBody byte[] body) {
        String by = person(body, "withdrawnBy");
        return taken(answered(() -> drafts.withdraw(draftId, by)));
    }

    private static String person(byte[] body, String field) {
        try {
            return new Fields(JsonBody.object(body)).text(field);
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    private static String named(String field, String person) {
        if (person.isBlank()) {
            throw Problem.invalid(field, person, "a name");
        }
        return person;
    }

    private static String text(byte[] body) {
        if (body.length > LARGEST) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The document has %d bytes (expected: at most %d).",
                            body.length,
                            LARGEST));
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static <T> T answered(Supplier<T> step) {
        try {
            return step.get();
        } catch (JournalAway away) {
            throw new Problem(
                    ProblemCode.NOT_TAKEN_IN,
                    "Kafka does not answer; ask again, it is harmless to ask twice.");
        }
    }

    private ShownDraft taken(Answer answer) {
        return switch (answer) {
            case Answer.Taken(var draft) -> shown(draft, journal.state());
            case Answer.Refused(var why, var detail, var problems) ->
                    throw new Problem(
                            ProblemCode.valueOf(why.name()),
                            detail,
                            problems.stream().map(DraftsController::error).toList());
        };
    }

    private static Problem.FieldProblem error(FileProblem problem) {
        return new Problem.FieldProblem(
                "DRAFT_INVALID",
                problem.problem().path(),
                problem.problem().value(),
                problem.problem().expected());
    }

    private ShownDraft shown(PolicyDraft draft, PolicyState state) {
        CheckedDraft checked = draft.isOpen() ? drafts.check(draft, state) : CheckedDraft.NONE;
        List<ShownVersion> versions =
                draft.isOpen()
                        ? checked.fresh().stream()
                                .map(version ->
                                        version(
                                                draft.regionCode() + "/" + version.version(),
                                                version))
                                .toList()
                        : draft.policyIds().stream()
                                .flatMap(id ->
                                        state.table(draft.regionCode()).stream()
                                                .flatMap(table -> table.versions().stream())
                                                .filter(version ->
                                                        id.endsWith("/" + version.version()))
                                                .map(version -> version(id, version)))
                                .toList();
        ShownState shown =
                draft.state() == PolicyDraft.State.DRAFT && checked.isValid()
                        ? ShownState.VALIDATED
                        : ShownState.valueOf(draft.state().name());
        return new ShownDraft(
                draft.draftId(),
                draft.revision(),
                draft.regionCode(),
                shown,
                lines(checked.problems()),
                lines(checked.warnings()),
                versions,
                checked.closedThrough(),
                draft.retroactive(),
                draft.savedBy(),
                draft.savedAt(),
                draft.proposedBy(),
                draft.proposedAt(),
                draft.approvedBy(),
                draft.withdrawnBy(),
                draft.document(),
                next(draft.draftId(), shown, checked.closedThrough() != null));
    }

    private static ShownVersion version(String policyId, PolicyTable.Version version) {
        return new ShownVersion(policyId, version.effectiveFrom(), version.effectiveTo());
    }

    private static List<String> lines(List<FileProblem> problems) {
        return problems.stream().map(FileProblem::toString).toList();
    }

    private static String next(String draftId, ShownState state, boolean closed) {
        String draft = "/api/policies/drafts/" + draftId;
        return switch (state) {
            case DRAFT -> "mend the errors and PUT the document to " + draft + "?by=NAME";
            case VALIDATED ->
                    "POST {\"proposedBy\": …"
                            + (closed ? ", \"retroactive\": true" : "")
                            + "} to "
                            + draft
                            + "/proposal; before that, POST "
                            + draft
                            + "/previews shows what it would do";
            case PROPOSED -> "a second person POSTs {\"approvedBy\": …} to " + draft + "/approval";
            case PUBLISHED -> "nothing; a correction is a new version, in a new draft";
            case WITHDRAWN -> "nothing";
        };
    }
}
