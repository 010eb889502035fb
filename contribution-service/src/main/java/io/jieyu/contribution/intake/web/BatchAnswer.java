package io.jieyu.contribution.intake.web;

import io.jieyu.contracts.contribution.LineError;
import io.jieyu.contribution.intake.CheckedLine;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the intake says to a batch at once; what becomes of the received lines is told by {@code
 * outcomes}.
 *
 * @param outcomes where to ask
 */
record BatchAnswer(
        String batchId, int received, int rejected, String outcomes, List<LineAnswer> lines) {

    /** RECEIVED, or REJECTED with everything that is wrong with the line. */
    record LineAnswer(
            int lineNumber,
            @Nullable String messageId,
            @Nullable String accountId,
            String state,
            @Nullable List<LineError> errors) {

        static LineAnswer of(int lineNumber, CheckedLine line) {
            return switch (line) {
                case CheckedLine.Received received ->
                        new LineAnswer(
                                lineNumber,
                                received.messageId(),
                                received.accountId(),
                                "RECEIVED",
                                null);
                case CheckedLine.Rejected(var rejection) ->
                        new LineAnswer(
                                lineNumber,
                                rejection.messageId(),
                                rejection.accountId(),
                                "REJECTED",
                                rejection.errors());
            };
        }
    }

    static BatchAnswer of(String batchId, List<CheckedLine> lines) {
        var answers =
                IntStream.range(0, lines.size())
                        .mapToObj(i -> LineAnswer.of(i + 1, lines.get(i)))
                        .toList();
        int received = (int) answers.stream().filter(line -> line.errors() == null).count();
        return new BatchAnswer(
                batchId,
                received,
                lines.size() - received,
                "/api/contributions/batches/" + batchId,
                answers);
    }
}
