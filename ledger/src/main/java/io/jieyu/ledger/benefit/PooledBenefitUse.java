package io.jieyu.ledger.benefit;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pooled fund has paid for the person (rulebook 6.6). */
public record PooledBenefitUse(LocalDate date, String claimId, long amountFen)
        implements AccountMessage {

    static PooledBenefitUse read(Fields fields) throws InvalidField {
        return new PooledBenefitUse(
                fields.date("date"), fields.text("claimId"), fields.fen("amountFen", 1));
    }

    @Override
    public String businessKey() {
        return "claim/" + claimId;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("claimId", claimId);
        content.put("amountFen", amountFen);
        return content;
    }
}
