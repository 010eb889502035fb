package io.jieyu.ledger.account;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of an account as JSON values, under the rulebook's names (4.1, 4.2). */
final class AccountJson {

    private AccountJson() {}

    static Map<String, @Nullable Object> period(PeriodRecord record) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("status", record.status().toString());
        if (record.runStart() != null) {
            json.put("runStart", record.runStart().toString());
        }
        if (record.key() != null) {
            json.put("key", record.key());
        }
        json.put("credited", record.credited());
        if (record.reversed()) {
            json.put("reversed", true);
        }
        return json;
    }

    static Map<String, @Nullable Object> hold(Hold hold) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", hold.kind().name());
        json.put("since", hold.since().toString());
        json.put("until", hold.until() == null ? null : hold.until().toString());
        json.put("caseNo", hold.caseNo());
        return json;
    }

    static Map<String, @Nullable Object> card(Card card) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("status", card.status().name());
        json.put("cardNo", card.number());
        return json;
    }

    static Map<String, @Nullable Object> suspense(SuspenseEntry entry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("entryId", entry.entryId());
        json.put("amountFen", entry.amountFen());
        json.put("period", entry.period().toString());
        return json;
    }

    static Map<String, @Nullable Object> annual(AnnualCredit credit) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("from", credit.from().toString());
        json.put("to", credit.to().toString());
        json.put("months", credit.months().stream().map(YearMonth::toString).toList());
        json.put("totalFen", credit.totalFen());
        json.put("ended", credit.ended());
        return json;
    }

    static Map<String, @Nullable Object> sweep(Sweep sweep) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("sweepId", sweep.sweepId());
        json.put("amountFen", sweep.amountFen());
        json.put("reversed", sweep.reversed());
        return json;
    }
}
