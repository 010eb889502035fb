package io.jieyu.ledger.account;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a message changed in an account, field by field under the rulebook's names (4.1), as JSON
 * values. Money in buckets is told by the balances; what only interest needs is not told.
 */
public final class Changes {

    private static final int FIELDS = 16;

    private final Map<String, @Nullable Object> changes = LinkedHashMap.newLinkedHashMap(FIELDS);

    private Changes() {}

    /**
     * The fields that changed, with their new values.
     *
     * @param before null when the message opened the account: its {@code lifecycle} becomes OPEN
     */
    public static Map<String, @Nullable Object> made(@Nullable Account before, Account after) {
        var old = before == null ? Account.opened(after.id(), null) : before;
        var found = new Changes();
        if (before == null) {
            found.changes.put("lifecycle", "OPEN");
        }
        found.ofLifetime(old.lifetime(), after.lifetime());
        found.ofStanding(old.standing(), after.standing());
        found.ofPerson(old.person(), after.person());
        found.ofPayments(old.payments(), after.payments());
        found.compare("freeFen", old.freeFen(), after.freeFen());
        found.compare("liableFrom", old.payments().liableFrom(), after.payments().liableFrom());
        found.ofLapse(old.lapse(), after.lapse());
        found.ofBenefit(old.pooledBenefit(), after.pooledBenefit());
        found.ofPeriods(old.payments().periods(), after.payments().periods());
        found.ofLists(old, after);
        return found.changes;
    }

    private void ofLifetime(Lifetime old, Lifetime now) {
        if (old.equals(now)) {
            return;
        }
        compare("generation", (long) old.generation(), (long) now.generation());
        compare("lifecycle", old.lifecycle(), now.lifecycle());
        compare("closeReason", old.closeReason(), now.closeReason());
    }

    private void ofStanding(Standing old, Standing now) {
        if (old.equals(now)) {
            return;
        }
        compare("participation", old.participation(), now.participation());
        compare("participationBefore", old.participationBefore(), now.participationBefore());
        compare("retiredFrom", old.retiredFrom(), now.retiredFrom());
        compare("deathMonth", old.deathMonth(), now.deathMonth());
    }

    private void ofPerson(Person old, Person now) {
        compare("birthDate", old.birthDate(), now.birthDate());
        compare("category", old.category(), now.category());
        compare("tier", old.tier(), now.tier());
    }

    private void ofPayments(Payments old, Payments now) {
        compare("lastBaseFen", old.lastBaseFen(), now.lastBaseFen());
        compare(
                "contributionMonths",
                (long) old.contributionMonths(),
                (long) now.contributionMonths());
    }

    private void ofLapse(Lapse old, Lapse now) {
        if (old.equals(now)) {
            return;
        }
        compare("lapsedMonths", (long) old.lapsedMonths(), (long) now.lapsedMonths());
        compare("lapseStart", old.lapseStart(), now.lapseStart());
        compare("waitingOwed", old.waitingOwed(), now.waitingOwed());
        compare("waitingPaid", (long) old.waitingPaid(), (long) now.waitingPaid());
        compare("waitingTarget", (long) old.waitingTarget(), (long) now.waitingTarget());
    }

    private void ofBenefit(PooledBenefit old, PooledBenefit now) {
        if (old.equals(now)) {
            return;
        }
        compare("pooledBenefit", old.status(), now.status());
        compare("pooledBenefitFrom", old.from(), now.from());
        compare("pooledBenefitBefore", old.before(), now.before());
        compare("benefitCoveredFrom", old.coveredFrom(), now.coveredFrom());
    }

    @SuppressWarnings("ReferenceEquality") // the same map: nothing changed
    private void ofPeriods(
            NavigableMap<YearMonth, PeriodRecord> old, NavigableMap<YearMonth, PeriodRecord> now) {
        if (old == now) {
            return;
        }
        var records = new LinkedHashMap<String, @Nullable Object>();
        now.forEach((period, record) -> {
            if (!record.equals(old.get(period))) {
                records.put(period.toString(), AccountJson.period(record));
            }
        });
        for (YearMonth period : old.keySet()) {
            if (!now.containsKey(period)) {
                records.put(period.toString(), null);
            }
        }
        if (!records.isEmpty()) {
            changes.put("periods", records);
        }
    }

    private void ofLists(Account old, Account now) {
        if (!old.holds().equals(now.holds())) {
            changes.put("holds", now.holds().holds().stream().map(AccountJson::hold).toList());
        }
        if (!old.card().equals(now.card())) {
            changes.put("card", AccountJson.card(now.card()));
            changes.put("replacedCards", now.card().replaced());
        }
        list("suspenseEntries", old.suspense(), now.suspense(), AccountJson::suspense);
        list("annualCredits", old.annualCredits(), now.annualCredits(), AccountJson::annual);
        list("sweeps", old.sweeps(), now.sweeps(), AccountJson::sweep);
        if (!old.benefitUsed().equals(now.benefitUsed())) {
            var used = new LinkedHashMap<String, @Nullable Object>();
            now.benefitUsed().forEach((year, fen) -> used.put(year.toString(), fen));
            changes.put("benefitUsed", used);
        }
    }

    private <T> void list(
            String field,
            List<T> old,
            List<T> now,
            Function<T, Map<String, @Nullable Object>> json) {
        if (!old.equals(now)) {
            changes.put(field, now.stream().map(json).toList());
        }
    }

    private void compare(String field, @Nullable Object old, @Nullable Object now) {
        if (!Objects.equals(now, old)) {
            changes.put(
                    field,
                    now == null || now instanceof Long || now instanceof Boolean
                            ? now
                            : now.toString());
        }
    }
}
