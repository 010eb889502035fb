package io.jieyu.contribution.intake;

import io.jieyu.contracts.contribution.LineError;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.crediting.Contribution;
import java.util.ArrayList;
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

    private final SubmittedLine line;
    private final Map<String, @Nullable Object> tree;
    private final Fields fields;
    private final List<LineError> errors = new ArrayList<>();

    LineErrors(SubmittedLine line, Map<String, @Nullable Object> tree) {
        this.line = line;
        this.tree = tree;
        this.fields = new Fields(tree);
    }

    List<LineError> all() {
        shortText("messageId", line.messageId());
        account();
        read(fields -> fields.date("date"));
        read(fields -> fields.choice("type", Contribution.Type.class));
        read(fields -> fields.month("period"));
        read(fields -> shortText("serial", fields.text("serial")));
        read(fields -> fields.choice("category", Contribution.CATEGORIES));
        read(fields -> fields.optionalChoice("tier", Tier.class));
        read(fields -> fields.optionalChoice("payer", Contribution.Payer.class));
        read(fields -> shortText("employerId", fields.optionalText("employerId")));
        read(fields -> fields.date("birthDate"));
        read(fields -> amount("baseFen", fields.fen("baseFen", 0)));
        read(fields -> amount("personalReceivedFen", fields.optionalFen("personalReceivedFen", 0)));
        read(fields -> amount("employerReceivedFen", fields.optionalFen("employerReceivedFen", 0)));
        if (errors.isEmpty()) {
            read(Contribution::read);
        }
        if (tree.get("causedBy") != null) {
            add(
                    IntakeCode.CAUSED_BY_NOT_ALLOWED,
                    "causedBy",
                    tree.get("causedBy"),
                    "no such field in a line from outside");
        }
        return List.copyOf(errors);
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

    @FunctionalInterface
    private interface Reading {
        void read(Fields fields) throws InvalidField;
    }

    private void read(Reading reading) {
        try {
            reading.read(fields);
        } catch (InvalidField invalid) {
            Refusal refusal = invalid.refusal();
            add(
                    IntakeCode.INVALID_FIELD,
                    String.valueOf(refusal.field()),
                    refusal.value(),
                    refusal.expected());
        }
    }

    private void shortText(String field, @Nullable String text) {
        if (text != null
                && (text.length() > LONGEST_TEXT
                        || text.chars().anyMatch(Character::isISOControl))) {
            add(
                    IntakeCode.INVALID_FIELD,
                    field,
                    text,
                    "at most " + LONGEST_TEXT + " characters, no control characters");
        }
    }

    private void amount(String field, @Nullable Long fen) {
        if (fen != null && fen > LARGEST_FEN) {
            add(IntakeCode.INVALID_FIELD, field, fen, "at most " + LARGEST_FEN + " fen");
        }
    }

    private void add(IntakeCode code, String field, @Nullable Object value, String expected) {
        String text = value == null ? null : String.valueOf(value);
        String shown =
                text == null || text.length() <= LONGEST_TEXT
                        ? text
                        : text.substring(0, LONGEST_TEXT) + "…";
        errors.add(CheckLine.error(code, field, shown, expected));
    }
}
