package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code monthClosed} with its fields read (rulebook 6.23).
 *
 * @param date recorded only
 */
public record ClosedMonth(LocalDate date, String regionCode, YearMonth period) {

    static final String KIND = "monthClosed";

    static ClosedMonth read(Fields fields) throws InvalidField {
        String regionCode = fields.text("regionCode");
        if (!AccountId.isRegionCode(regionCode)) {
            throw new InvalidField("regionCode", regionCode, "six digits");
        }
        return new ClosedMonth(fields.date("date"), regionCode, fields.month("period"));
    }

    String businessKey() {
        return "close/" + regionCode + "/" + period;
    }

    /** Only the key itself: a second close of the month is a duplicate whatever its date. */
    Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("regionCode", regionCode);
        content.put("period", period);
        return content;
    }
}
