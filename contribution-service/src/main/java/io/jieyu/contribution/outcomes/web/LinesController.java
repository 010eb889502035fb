package io.jieyu.contribution.outcomes.web;

import io.jieyu.contribution.outcomes.LineOutcome;
import io.jieyu.contribution.outcomes.LineState;
import io.jieyu.contribution.outcomes.Lines;
import io.jieyu.servicekit.projection.Checkpoint;
import io.jieyu.servicekit.projection.Projections;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/contributions")
@Tag(name = "Contributions")
class LinesController {

    private static final String COLLECTION = "lines";

    private final Lines lines;
    private final Projections projections;

    LinesController(Lines lines, Projections projections) {
        this.lines = lines;
        this.projections = projections;
    }

    /**
     * A batch with its lines.
     *
     * @param states number of lines by state
     */
    record Batch(
            String batchId,
            Map<LineState, Integer> states,
            List<LineOutcome> lines,
            List<Checkpoint> asOf) {}

    record Line(LineOutcome line, List<Checkpoint> asOf) {}

    @GetMapping("/batches/{batchId}")
    @Operation(summary = "What became of a batch, line by line")
    Batch batch(@Parameter(example = "2025-01-A") @PathVariable String batchId) {
        List<Checkpoint> asOf = asOf();
        List<LineOutcome> found = lines.ofBatch(batchId);
        if (found.isEmpty()) {
            throw new Problem(
                    ProblemCode.BATCH_NOT_FOUND,
                    String.format(
                            Locale.ROOT,
                            "No line of batch \"%s\" is known. A batch that was just sent appears"
                                    + " within seconds; one that was not answered with 202 was not"
                                    + " taken in: send it again.",
                            batchId));
        }
        var states = new EnumMap<LineState, Integer>(LineState.class);
        for (LineState state : LineState.values()) {
            states.put(state, 0);
        }
        found.forEach(line -> states.merge(line.state(), 1, Integer::sum));
        return new Batch(batchId, states, found, asOf);
    }

    @GetMapping("/lines")
    @Operation(summary = "What became of one line, however it came in")
    Line line(
            @Parameter(example = "110000-P1") @RequestParam String accountId,
            @Parameter(example = "A-2025-01-P1") @RequestParam String messageId) {
        List<Checkpoint> asOf = asOf();
        return lines.of(accountId, messageId)
                .map(line -> new Line(line, asOf))
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.LINE_NOT_FOUND,
                                String.format(
                                        Locale.ROOT,
                                        "No line with messageId \"%s\" for account %s is known. One"
                                                + " that was just sent appears within seconds.",
                                        messageId,
                                        accountId)));
    }

    private List<Checkpoint> asOf() {
        return projections
                .asOf(COLLECTION)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.READ_SIDE_BEHIND,
                                String.format(
                                        Locale.ROOT,
                                        "The lines are being read from the topics (%d to go); ask"
                                                + " again in a moment.",
                                        projections.lag(COLLECTION))));
    }
}
