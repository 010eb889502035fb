package io.jieyu.ledger.holds;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.account.AccountMessage;
import io.jieyu.ledger.account.Hold;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hold is placed (冻结, rulebook 6.8).
 *
 * @param months how long a COMPLIANCE hold lasts; null: as the region says
 */
public record PlacedHold(LocalDate date, Hold.Kind kind, String caseNo, @Nullable Long months)
        implements AccountMessage {

    static PlacedHold read(Fields fields) throws InvalidField {
        return new PlacedHold(
                fields.date("date"),
                fields.choice("hold", List.of(Hold.Kind.COMPLIANCE, Hold.Kind.ADMIN)),
                fields.text("caseNo"),
                fields.optionalNumber("months"));
    }

    @Override
    public String businessKey() {
        return "hold/" + caseNo;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("hold", kind);
        content.put("caseNo", caseNo);
        content.put("months", months);
        return content;
    }
}
