package io.jieyu.ledger.spending;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A spend is given back, whole or in part (退费, rulebook 6.5). */
public record Refund(LocalDate date, String refundId, String spendId, long amountFen)
        implements AccountMessage {

    static Refund read(Fields fields) throws InvalidField {
        return new Refund(
                fields.date("date"),
                fields.text("refundId"),
                fields.text("spendId"),
                fields.fen("amountFen", 1));
    }

    @Override
    public String businessKey() {
        return "refund/" + refundId;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("refundId", refundId);
        content.put("spendId", spendId);
        content.put("amountFen", amountFen);
        return content;
    }
}
