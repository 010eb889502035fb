package io.jieyu.ledger.crediting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a contribution, to be changed by a test one at a time. */
public record Line(Map<String, @Nullable Object> fields) {

    public static final String ACCOUNT = "110000-P1";

    /** An employee of Beijing, 1 000 000 fen a month. */
    public static Line employee(String birthDate, String period) {
        return new Line(new LinkedHashMap<>())
                .with("accountId", ACCOUNT)
                .with("date", period + "-05")
                .with("type", "REGULAR")
                .with("period", period)
                .with("serial", "1")
                .with("category", "EMPLOYEE")
                .with("birthDate", birthDate)
                .with("baseFen", 1_000_000L);
    }

    public Line with(String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Line(changed);
    }

    public String accountId() {
        return String.valueOf(fields.get("accountId"));
    }
}
