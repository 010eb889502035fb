package io.jieyu.contribution.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.codec.Json;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.contribution.LineLocator;
import io.jieyu.contribution.intake.CheckLine;
import io.jieyu.contribution.intake.CheckedLine;
import io.jieyu.contribution.intake.SubmittedLine;
import io.jieyu.contribution.intake.kafka.CheckedLines;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.Problem.FieldProblem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

@RestController
@RequestMapping("/api/contributions/batches")
@Tag(name = "Contributions", description = "Contribution lines and what became of them")
class BatchesController {

    private static final String CHANNEL = "http";
    private static final int MOST_LINES = 5_000;
    private static final int MOST_BYTES = 8 << 20;
    private static final String BATCH_ID = "[A-Za-z0-9._:-]{1,100}";
    private static final String EXAMPLE =
            """
            {"batchId": "2025-01-A", "lines": [{"messageId": "A-2025-01-P1", "accountId": "110000-P1",
              "date": "2025-01-05", "type": "REGULAR", "period": "2025-01", "serial": "1", "category": "EMPLOYEE",
              "employerId": "91110000600001234X", "birthDate": "1990-01-01", "baseFen": 1000000,
              "personalReceivedFen": 20300, "employerReceivedFen": 98000}]}\
            """;

    private final CheckedLines checked;
    private final KafkaTemplate<String, byte[]> kafka;

    BatchesController(CheckedLines checked, KafkaTemplate<String, byte[]> kafka) {
        this.checked = checked;
        this.kafka = kafka;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends a batch of contribution lines",
            description =
                    "Each line is answered: RECEIVED, or REJECTED with all its errors. Sending the"
                            + " same batch again is harmless: the ids of the lines are permanent.")
    BatchAnswer send(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(value = EXAMPLE)))
                    @RequestBody
                    byte[] body) {
        Map<String, @Nullable Object> batch = read(body);
        String batchId = batchId(batch);
        var lines = new ArrayList<CheckedLine>();
        for (Object line : lines(batch)) {
            lines.add(check(batchId, lines.size() + 1, line));
        }
        kafka.executeInTransaction(transaction -> {
            lines.forEach(line -> checked.send(line, CHANNEL, transaction));
            return true;
        });
        return BatchAnswer.of(batchId, lines);
    }

    private static Map<String, @Nullable Object> read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The batch has %d bytes (expected: at most %d; send it in parts).",
                            body.length,
                            MOST_BYTES));
        }
        try {
            Map<String, @Nullable Object> batch = Json.tree(body);
            if (batch != null) {
                return batch;
            }
        } catch (JacksonException notJson) {
            // Answered below, as is a body that says null.
        }
        throw new Problem(
                ProblemCode.INVALID_REQUEST,
                "The body is no JSON object with batchId and lines, or has a key twice.");
    }

    private static String batchId(Map<String, @Nullable Object> batch) {
        if (batch.get("batchId") instanceof String id && id.matches(BATCH_ID)) {
            return id;
        }
        throw invalid(
                "batchId", batch.get("batchId"), "1 to 100 letters, digits, '.', '_', ':' or '-'");
    }

    private static List<?> lines(Map<String, @Nullable Object> batch) {
        if (!(batch.get("lines") instanceof List<?> lines) || lines.isEmpty()) {
            throw invalid("lines", batch.get("lines"), "a list of 1 to " + MOST_LINES + " lines");
        }
        if (lines.size() > MOST_LINES) {
            throw invalid(
                    "lines",
                    lines.size() + " lines",
                    "at most " + MOST_LINES + " lines; send the batch in parts");
        }
        return lines;
    }

    private static CheckedLine check(String batchId, int number, @Nullable Object line) {
        Object messageId = line instanceof Map<?, ?> fields ? fields.get("messageId") : null;
        return CheckLine.check(
                new SubmittedLine(
                        messageId instanceof String id && !id.isEmpty() ? id : null,
                        MessageType.CONTRIBUTION_SUBMITTED.ceType(),
                        null,
                        line == null ? "null".getBytes(UTF_8) : Json.write(line),
                        LineLocator.inBatch(batchId, number)));
    }

    private static Problem invalid(String field, @Nullable Object value, String expected) {
        return new Problem(
                ProblemCode.INVALID_REQUEST,
                "The batch as a whole cannot be read; no line of it was taken in.",
                List.of(
                        new FieldProblem(
                                "INVALID_FIELD",
                                field,
                                value == null ? null : String.valueOf(value),
                                expected)));
    }
}
