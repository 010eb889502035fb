package io.jieyu.ledger.explaining;

import static io.jieyu.ledger.policy.PolicyField.LAPSE;

import io.jieyu.ledger.Notice;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.RegionMonths;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.lapse.MonthLapse;
import io.jieyu.ledger.policy.PolicyBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers "what happens if no contribution comes?" (rulebook 16.2): the closes to come are run on a
 * copy, by the rules of the closes themselves and the policies known now.
 */
public final class Forecast {

    private static final int MONTHS = 600;

    /** What a long lapse leads to, in this order. */
    public enum Event {
        /** Up to this day a payment repairs the gap. */
        GRACE_ENDS,
        FREEZE,
        DEREGISTRATION
    }

    /**
     * A threshold ahead; one that is passed already has none.
     *
     * @param on null: never
     */
    public record Threshold(Event event, @Nullable LocalDate on) {}

    private final PolicyBook policies;
    private final Map<Event, LocalDate> found = new EnumMap<>(Event.class);
    private Account account;

    private Forecast(Account account, PolicyBook policies) {
        this.account = account;
        this.policies = policies;
    }

    /** The thresholds of an account with all closes applied; none when it cannot lapse. */
    public static List<Threshold> of(Account account, PolicyBook policies) {
        if (!MonthLapse.canLapse(account.standing().participation())) {
            return List.of();
        }
        var forecast = new Forecast(account, policies);
        forecast.run();
        return forecast.thresholds(account);
    }

    private void run() {
        YearMonth lastClosed = account.monthEnds().lastClosed();
        if (lastClosed != null) {
            noteGrace(lastClosed);
        }
        YearMonth month =
                lastClosed == null ? account.payments().liableFrom() : lastClosed.plusMonths(1);
        for (int i = 0; month != null && i < MONTHS; i++) {
            if (close(month)) {
                return;
            }
            month = month.plusMonths(1);
        }
    }

    /** Runs one close; true when there is nothing more to look for. */
    private boolean close(YearMonth month) {
        var situation =
                new Situation(
                        account.id(),
                        "forecast",
                        account,
                        policies,
                        new RegionMonths(month, null),
                        key -> null);
        Draft draft = Draft.ofClose(situation, account, month);
        MonthLapse.close(draft, month);
        account = draft.account();
        noteGrace(month);
        if (draft.outcomes().notices().contains(Notice.FROZEN)) {
            found.putIfAbsent(Event.FREEZE, month.plusMonths(1).atDay(1));
        }
        if (MonthLapse.endsParticipation(draft, month)) {
            found.put(Event.DEREGISTRATION, month.plusMonths(1).atDay(1));
            return true;
        }
        return false;
    }

    private void noteGrace(YearMonth month) {
        if (account.lapse().lapsedMonths() == policies.of(month).get(LAPSE).graceMonths()) {
            found.putIfAbsent(Event.GRACE_ENDS, month.plusMonths(1).atEndOfMonth());
        }
    }

    private List<Threshold> thresholds(Account now) {
        var thresholds = new ArrayList<Threshold>();
        for (Event event : Event.values()) {
            if (found.containsKey(event) || !isPassed(event, now)) {
                thresholds.add(new Threshold(event, found.get(event)));
            }
        }
        return List.copyOf(thresholds);
    }

    private boolean isPassed(Event event, Account now) {
        YearMonth lastClosed = now.monthEnds().lastClosed();
        return switch (event) {
            case GRACE_ENDS ->
                    lastClosed != null
                            && now.lapse().lapsedMonths()
                                    > policies.of(lastClosed).get(LAPSE).graceMonths();
            case FREEZE -> now.holds().has(Hold.Kind.LAPSE);
            case DEREGISTRATION -> false;
        };
    }
}
