package io.jieyu.ledger.account;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a message changed in an account, field by field under the rulebook's names (4.1), as JSON
 * values.
 */
public final class Changes {

    private static final int FIELDS = 16;

    private final Map<String, @Nullable Object> changes = LinkedHashMap.newLinkedHashMap(FIELDS);

    private Changes() {}

    /**
     * The fields that the draft changed, with their new values; money in buckets is left to the
     * balances.
     *
     * @param before null when the message opened the account: its {@code lifecycle} becomes OPEN
     */
    public static Map<String, @Nullable Object> made(@Nullable Account before, Draft draft) {
        Account after = draft.account();
        var old = before == null ? Draft.opening(after.id()).account() : before;
        var found = new Changes();
        if (before == null) {
            found.changes.put("lifecycle", "OPEN");
        }
        found.compare("participation", old.participation(), after.participation());
        found.compare("birthDate", old.birthDate(), after.birthDate());
        found.compare("category", old.category(), after.category());
        found.compare("tier", old.tier(), after.tier());
        found.compare("lastBaseFen", old.lastBaseFen(), after.lastBaseFen());
        found.compare(
                "contributionMonths",
                (long) old.contributionMonths(),
                (long) after.contributionMonths());
        found.compare("freeFen", old.freeFen(), after.freeFen());
        found.compare("liableFrom", old.liableFrom(), after.liableFrom());
        found.compare(
                "pooledBenefit", old.pooledBenefit().status(), after.pooledBenefit().status());
        found.compare(
                "pooledBenefitFrom", old.pooledBenefit().from(), after.pooledBenefit().from());
        found.compare(
                "pooledBenefitBefore",
                old.pooledBenefit().before(),
                after.pooledBenefit().before());
        found.periods(draft.changedPeriods());
        return found.changes;
    }

    private void compare(String field, @Nullable Object old, @Nullable Object now) {
        if (!Objects.equals(now, old)) {
            changes.put(field, now == null || now instanceof Long ? now : now.toString());
        }
    }

    private void periods(Map<YearMonth, PeriodRecord> changed) {
        if (!changed.isEmpty()) {
            var records = new LinkedHashMap<String, Object>();
            changed.forEach((period, record) -> records.put(period.toString(), json(record)));
            changes.put("periods", records);
        }
    }

    private static Map<String, Object> json(PeriodRecord record) {
        var json = new LinkedHashMap<String, Object>();
        json.put("status", record.status().toString());
        json.put("key", record.key());
        json.put("credited", record.credited());
        return json;
    }
}
