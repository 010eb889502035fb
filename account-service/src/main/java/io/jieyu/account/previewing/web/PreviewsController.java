package io.jieyu.account.previewing.web;

import io.jieyu.account.previewing.PolicyPreview;
import io.jieyu.account.previewing.PreviewPolicies;
import io.jieyu.account.previewing.web.PreviewJobs.Job;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.decision.PublishedPolicy;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.servicekit.web.JsonBody;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
@RequestMapping("/api/previews")
@Tag(name = "Previews", description = "What draft tables would do to the accounts of a region")
class PreviewsController {

    /** Behind everything that is published. */
    private static final long FIRST = Long.MAX_VALUE / 2;

    private final PreviewJobs jobs;

    PreviewsController(PreviewPolicies previews) {
        this.jobs = new PreviewJobs(previews);
    }

    /**
     * A preview, or how far it is.
     *
     * @param state RUNNING, DONE or FAILED
     * @param ofAbout how many accounts there are to look at, about
     * @param failure why there is none
     */
    record ShownPreview(
            String previewId,
            String state,
            long looked,
            long ofAbout,
            @Nullable PolicyPreview preview,
            @Nullable String failure) {}

    @PostMapping
    @Operation(
            summary = "Begins a preview",
            description =
                    "Of versions as policyPublished has them. It takes about a second for a"
                            + " thousand accounts; GET shows how far it is.")
    ResponseEntity<ShownPreview> begin(@RequestBody byte[] body) {
        var fields = new Fields(JsonBody.object(body));
        try {
            Job job = jobs.begin(fields.text("regionCode"), versions(body));
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(shown(job));
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    @GetMapping("/{previewId}")
    @Operation(summary = "A preview, or how far it is")
    ShownPreview one(@PathVariable String previewId) {
        return jobs.of(previewId)
                .map(PreviewsController::shown)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.NOT_FOUND,
                                "There is no preview "
                                        + previewId
                                        + " any more; the last few are kept. Begin another."));
    }

    private static ShownPreview shown(Job job) {
        return new ShownPreview(
                job.id(), job.state(), job.looked(), job.ofAbout(), job.preview(), job.failure());
    }

    private static List<PolicyVersion> versions(byte[] body) throws InvalidField {
        var drafts = new ArrayList<PolicyVersion>();
        if (JsonBody.object(body).get("versions") instanceof List<?> versions) {
            for (Object version : versions) {
                drafts.add(version(version, FIRST + drafts.size()));
            }
        }
        if (drafts.isEmpty()) {
            throw Problem.invalid("versions", "none", "a list of at least one policyPublished");
        }
        return drafts;
    }

    @SuppressWarnings("unchecked") // a tree's keys are texts
    private static PolicyVersion version(@Nullable Object written, long position)
            throws InvalidField {
        if (!(written instanceof Map<?, ?> fields)) {
            throw Problem.invalid("versions", written, "objects, as policyPublished has them");
        }
        var published = PublishedPolicy.read(new Fields((Map<String, @Nullable Object>) fields));
        return switch (published.version(position)) {
            case PublishedPolicy.Version.Valid(var valid) -> valid;
            case PublishedPolicy.Version.Refused(var refusal) ->
                    throw Problem.invalid(
                            "versions." + refusal.field(), refusal.value(), refusal.expected());
        };
    }
}
