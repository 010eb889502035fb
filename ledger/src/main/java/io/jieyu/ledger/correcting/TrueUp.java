package io.jieyu.ledger.correcting;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A difference that was reviewed outside (补差, rulebook 6.3).
 *
 * @param source where the money comes from, or goes to
 */
public record TrueUp(
        LocalDate date,
        String trueUpId,
        Direction direction,
        long amountFen,
        YearMonth fromPeriod,
        YearMonth toPeriod,
        LedgerAccount source,
        Cause cause)
        implements AccountMessage {

    public enum Direction {
        CREDIT,
        DEBIT
    }

    /** The field {@code reason}. */
    public enum Cause {
        PROVISIONAL_RATE,
        BASE_CHANGED,
        POLICY_CORRECTED,
        OTHER
    }

    /**
     * Reads the fields.
     *
     * @throws InvalidField at the first field that is not as rulebook 6.3 says
     */
    public static TrueUp read(Fields fields) throws InvalidField {
        YearMonth from = fields.month("fromPeriod");
        YearMonth to = fields.month("toPeriod");
        if (from.isAfter(to)) {
            throw new InvalidField(
                    "toPeriod", to.toString(), "a month not before fromPeriod " + from);
        }
        return new TrueUp(
                fields.date("date"),
                fields.text("trueUpId"),
                fields.choice("direction", Direction.class),
                fields.fen("amountFen", 1),
                from,
                to,
                fields.choice(
                        "source", List.of(LedgerAccount.CONTRIBUTIONS, LedgerAccount.POOLED_FUND)),
                fields.choice("reason", Cause.class));
    }

    @Override
    public String businessKey() {
        return "trueUp/" + trueUpId;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("trueUpId", trueUpId);
        content.put("direction", direction);
        content.put("amountFen", amountFen);
        content.put("fromPeriod", fromPeriod);
        content.put("toPeriod", toPeriod);
        content.put("source", source);
        content.put("reason", cause);
        return content;
    }
}
