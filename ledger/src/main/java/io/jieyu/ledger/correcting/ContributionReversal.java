package io.jieyu.ledger.correcting;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.account.AccountMessage;
import io.jieyu.ledger.crediting.Contribution;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contribution is taken back (冲正), and replaced by another where there is one (更正, rulebook 6.2).
 *
 * @param replacement null: only taken back
 */
public record ContributionReversal(
        LocalDate date,
        String reversalId,
        Contribution.Type originalType,
        YearMonth originalPeriod,
        String originalSerial,
        String reason,
        @Nullable Contribution replacement)
        implements AccountMessage {

    /**
     * Reads a reversal.
     *
     * @throws InvalidField at the first field that is not as rulebook 6.2 says
     */
    public static ContributionReversal reversed(Fields fields) throws InvalidField {
        return read(fields, null);
    }

    /**
     * Reads a replacement.
     *
     * @throws InvalidField at the first field that is not as rulebook 6.2 says
     */
    public static ContributionReversal replaced(Fields fields) throws InvalidField {
        LocalDate date = fields.date("date");
        Contribution replacement = Contribution.read(fields.inside("replacement"), date);
        ContributionReversal read = read(fields, replacement);
        if (replacement.type() != read.originalType) {
            throw new InvalidField(
                    "replacement.type",
                    replacement.type().name(),
                    "that of the original, " + read.originalType);
        }
        if (!replacement.period().equals(read.originalPeriod)) {
            throw new InvalidField(
                    "replacement.period",
                    replacement.period().toString(),
                    "that of the original, " + read.originalPeriod);
        }
        if (replacement.serial().equals(read.originalSerial)) {
            throw new InvalidField(
                    "replacement.serial",
                    replacement.serial(),
                    "another serial than the original's");
        }
        return read;
    }

    private static ContributionReversal read(Fields fields, @Nullable Contribution replacement)
            throws InvalidField {
        return new ContributionReversal(
                fields.date("date"),
                fields.text("reversalId"),
                fields.choice("originalType", Contribution.Type.class),
                fields.month("originalPeriod"),
                fields.text("originalSerial"),
                fields.text("reason"),
                replacement);
    }

    /** The business key of the contribution that is taken back. */
    public String originalKey() {
        return Contribution.key(originalType, originalPeriod, originalSerial);
    }

    @Override
    public String businessKey() {
        return "reversal/" + reversalId;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("kind", replacement == null ? "reversed" : "replaced");
        content.put("reversalId", reversalId);
        content.put("originalType", originalType);
        content.put("originalPeriod", originalPeriod);
        content.put("originalSerial", originalSerial);
        content.put("reason", reason);
        content.put("replacement", replacement == null ? null : replacement.content());
        return content;
    }
}
