package io.jieyu.contribution.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.contribution.ContributionRejected;
import io.jieyu.contracts.contribution.LineError;
import io.jieyu.contracts.contribution.LineLocator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Decides for one line whether it goes to its account. Looks at the form only: what depends on the
 * account or on a policy is the ledger's to refuse.
 */
public final class CheckLine {

    /** The largest value of a line. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int SHOWN_BYTES = 32 * 1024;

    private CheckLine() {}

    /** Never fails: whatever came in is either received or rejected. */
    public static CheckedLine check(SubmittedLine line) {
        LineError unreadable = unreadable(line);
        if (unreadable != null) {
            return rejected(line, Map.of(), List.of(unreadable));
        }
        Map<String, @Nullable Object> tree;
        try {
            tree = Json.tree(line.value());
        } catch (JacksonException notJson) {
            return rejected(
                    line,
                    Map.of(),
                    List.of(error(IntakeCode.NOT_JSON, null, null, "a JSON object in UTF-8")));
        }
        if (tree == null) {
            return rejected(
                    line,
                    Map.of(),
                    List.of(error(IntakeCode.NOT_JSON, null, "null", "a JSON object in UTF-8")));
        }
        List<LineError> errors = new LineErrors(line, tree).all();
        String messageId = line.messageId();
        return errors.isEmpty() && messageId != null
                ? new CheckedLine.Received(
                        messageId, String.valueOf(tree.get("accountId")), inbox(line, tree))
                : rejected(line, tree, errors);
    }

    private static @Nullable LineError unreadable(SubmittedLine line) {
        if (line.value().length > MAX_BYTES) {
            return error(
                    IntakeCode.TOO_LARGE,
                    null,
                    line.value().length + " bytes",
                    "at most " + MAX_BYTES + " bytes");
        }
        if (line.messageId() == null && line.locator().topic() != null) {
            return error(
                    IntakeCode.MISSING_HEADER,
                    CloudEvent.ID_HEADER,
                    null,
                    "a permanent id of the line");
        }
        String type = MessageType.CONTRIBUTION_SUBMITTED.ceType();
        if (line.type() == null) {
            return error(IntakeCode.MISSING_HEADER, CloudEvent.TYPE_HEADER, null, type);
        }
        return line.type().equals(type)
                ? null
                : error(IntakeCode.WRONG_TYPE, CloudEvent.TYPE_HEADER, line.type(), type);
    }

    private static Map<String, @Nullable Object> inbox(
            SubmittedLine line, Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(tree);
        fields.remove("messageId");
        LineLocator locator = line.locator();
        if (locator.batchId() != null && locator.lineNumber() != null) {
            fields.put("batchId", locator.batchId());
            fields.put("lineNumber", locator.lineNumber().longValue());
        }
        return fields;
    }

    private static CheckedLine rejected(
            SubmittedLine line, Map<String, @Nullable Object> tree, List<LineError> errors) {
        return new CheckedLine.Rejected(
                new ContributionRejected(
                        text(line.messageId()),
                        text(tree.get("accountId")),
                        text(tree.get("employerId")),
                        "ERROR",
                        errors,
                        line.locator(),
                        shown(line.value())));
    }

    private static String shown(byte[] value) {
        int length = Math.min(value.length, SHOWN_BYTES);
        return new String(value, 0, length, UTF_8) + (length < value.length ? "…" : "");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text
                        && !text.isEmpty()
                        && text.length() <= LineErrors.LONGEST_TEXT
                ? text
                : null;
    }

    /** An error that shows the beginning of the value, whatever its length. */
    static LineError error(
            IntakeCode code, @Nullable String field, @Nullable Object value, String expected) {
        String text = value == null ? null : String.valueOf(value);
        String shown =
                text == null || text.length() <= LineErrors.LONGEST_TEXT
                        ? text
                        : text.substring(0, LineErrors.LONGEST_TEXT) + "…";
        return new LineError(code.name(), field, shown, expected);
    }
}
