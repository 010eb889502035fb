package io.jieyu.contribution.intake;

import io.jieyu.contracts.contribution.LineError;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.crediting.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with the fields of a line (rulebook 5.1 and 6.1), in the order of the
 * fields.
 */
final class LineErrors {

    static final int LONGEST_TEXT = 100;

    private static final long LARGEST_FEN = 100_000_000_000L;

    /** First two digits of GB/T 2260. */
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82");

    private static final List<String> FIELDS =
            List.of(
                    "date",
                    "type",
                    "period",
                    "serial",
                    "category",
                    "tier",
                    "payer",
                    "employerId",
                    "birthDate",
                    "baseFen",
                    "personalReceivedFen",
                    "employerReceivedFen",
                    "batchId",
                    "lineNumber");

    /**
     * Stand in for fields that are wrong, so that the others can be read: no rule objects to them.
     * An optional field is left out instead.
     */
    private static final Map<String, Object> HARMLESS =
            Map.of(
                    "date", "2025-01-05",
                    "type", "REGULAR",
                    "period", "2025-01",
                    "serial", "1",
                    "category", "FLEXIBLE",
                    "birthDate", "1990-01-01",
                    "baseFen", 0L);

    private final SubmittedLine line;
    private final Map<String, @Nullable Object> tree;
    private final List<LineError> errors = new ArrayList<>();

    LineErrors(SubmittedLine line, Map<String, @Nullable Object> tree) {
        this.line = line;
        this.tree = tree;
    }

    List<LineError> all() {
        messageId();
        account();
        fields();
        if (tree.get("causedBy") != null) {
            add(
                    IntakeCode.CAUSED_BY_NOT_ALLOWED,
                    "causedBy",
                    tree.get("causedBy"),
                    "no such field in a line from outside");
        }
        return List.copyOf(errors);
    }

    private void messageId() {
        if (line.messageId() == null) {
            add(
                    IntakeCode.INVALID_FIELD,
                    "messageId",
                    tree.get("messageId"),
                    "a text, the permanent id of the line");
        } else {
            shortText("messageId", line.messageId());
        }
    }

    private void account() {
        Object accountId = tree.get("accountId");
        if (!(accountId instanceof String id) || !AccountId.isValid(id)) {
            add(IntakeCode.INVALID_FIELD, "accountId", accountId, AccountId.EXPECTED);
        } else if (!PROVINCES.contains(id.substring(0, 2))) {
            add(
                    IntakeCode.UNKNOWN_REGION,
                    "accountId",
                    id,
                    "a region code of GB/T 2260, such as 110000 for Beijing");
        } else if (line.subject() != null && !line.subject().equals(id)) {
            add(
                    IntakeCode.INVALID_FIELD,
                    "ce_subject",
                    line.subject(),
                    "\"" + id + "\", the accountId of the line");
        }
    }

    private void fields() {
        int before = errors.size();
        contribution();
        if (line.locator().topic() != null) {
            place();
        }
        shortText("serial", tree.get("serial"));
        shortText("employerId", tree.get("employerId"));
        amount("baseFen");
        amount("personalReceivedFen");
        amount("employerReceivedFen");
        errors.subList(before, errors.size())
                .sort(Comparator.comparingInt(error -> FIELDS.indexOf(error.field())));
    }

    /**
     * Reads the line as the ledger does. Each field that is wrong is noted and stood in for, until
     * nothing more is found.
     */
    private void contribution() {
        var readable = new HashMap<String, @Nullable Object>(tree);
        var wrong = new HashSet<String>();
        while (true) {
            try {
                Contribution.read(new Fields(readable));
                return;
            } catch (InvalidField invalid) {
                String field = String.valueOf(invalid.refusal().field());
                if (!wrong.add(field)) {
                    return;
                }
                add(invalid);
                readable.put(field, HARMLESS.get(field));
            }
        }
    }

    /** A line of Kafka may name its batch itself; over HTTP the batch does. */
    private void place() {
        Fields fields = new Fields(tree);
        try {
            shortText("batchId", fields.optionalText("batchId"));
        } catch (InvalidField invalid) {
            add(invalid);
        }
        try {
            fields.number("lineNumber", 1, 1);
        } catch (InvalidField invalid) {
            add(invalid);
        }
    }

    private void add(InvalidField invalid) {
        Refusal refusal = invalid.refusal();
        add(
                IntakeCode.INVALID_FIELD,
                String.valueOf(refusal.field()),
                refusal.value(),
                refusal.expected());
    }

    private void shortText(String field, @Nullable Object value) {
        if (value instanceof String text
                && (text.length() > LONGEST_TEXT
                        || text.chars().anyMatch(Character::isISOControl))) {
            add(
                    IntakeCode.INVALID_FIELD,
                    field,
                    text,
                    "at most " + LONGEST_TEXT + " characters, no control characters");
        }
    }

    private void amount(String field) {
        if (tree.get(field) instanceof Long fen && fen > LARGEST_FEN) {
            add(IntakeCode.INVALID_FIELD, field, fen, "at most " + LARGEST_FEN + " fen");
        }
    }

    private void add(IntakeCode code, String field, @Nullable Object value, String expected) {
        errors.add(CheckLine.error(code, field, value, expected));
    }
}
