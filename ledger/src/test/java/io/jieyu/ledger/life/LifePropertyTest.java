package io.jieyu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Lifecycle;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Recorded;
import io.jieyu.ledger.life.Life.Effect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.statistics.Statistics;

/**
 * The invariants of rulebook 18 over random histories. More of them: {@code
 * -Djqwik.tries.default=100000}.
 */
class LifePropertyTest {

    private static final int MESSAGES = 50;

    /** What may lower a balance (invariant 7). */
    private static final Set<Reason> TAKING =
            EnumSet.of(
                    Reason.SPEND,
                    Reason.REVERSAL,
                    Reason.TRUE_UP,
                    Reason.CLOSURE,
                    Reason.ANNUAL_CREDIT_ENDED);

    private static final Set<String> STATUS_ONLY =
            Set.of(
                    "holdPlaced",
                    "holdReleased",
                    "cardIssued",
                    "cardActivated",
                    "cardSuspended",
                    "cardResumed",
                    "cardReportedLost",
                    "cardReissued",
                    "pooledBenefitUsed");

    private static final Set<String> KINDS =
            Set.of(
                    "contribution",
                    "contributionReversed",
                    "contributionReplaced",
                    "trueUp",
                    "spend",
                    "spendRefunded",
                    "pooledBenefitUsed",
                    "cardIssued",
                    "cardActivated",
                    "cardSuspended",
                    "cardResumed",
                    "cardReportedLost",
                    "cardReissued",
                    "holdPlaced",
                    "holdReleased",
                    "retirementRegistered",
                    "reenrolled",
                    "sweepReversed",
                    "policyPublished",
                    "monthClosed");

    /** Reasons and notices that not every history comes to. */
    private static final Set<String> SELDOM =
            Set.of(
                    "CARRIED",
                    "DEREGISTERED",
                    "FROZEN",
                    "WAITING_DONE",
                    "ANNUAL_CREDIT",
                    "CLOSURE",
                    "FLAT_CREDIT",
                    "INTEREST",
                    "RELEASE",
                    "WRITE_OFF");

    /** These reach nearly always all of it. */
    private static final int HISTORIES = 1_000;

    private static final int MOST_HISTORIES = 20_000;

    @Provide
    Arbitrary<List<Act>> histories() {
        return Act.any().list().ofSize(MESSAGES);
    }

    /** The histories are worth their name: every kind of message is accepted in some. */
    @Example
    void reachEveryKindOfMessage(@ForAll Random random) {
        var accepted = new TreeSet<String>();
        var seldom = new TreeSet<String>();
        RandomGenerator<List<Act>> generator = histories().generator(1_000);
        for (int i = 0; i < HISTORIES || (i < MOST_HISTORIES && !reached(accepted, seldom)); i++) {
            for (Effect effect : lazily(generator.next(random).value()).effects()) {
                Recorded recorded = effect.recorded();
                if (recorded != null && recorded.record().outcome() == Outcome.ACCEPTED) {
                    accepted.add(effect.kind());
                    recorded.record().notices().forEach(notice -> seldom.add(notice.name()));
                    recorded.record()
                            .postings()
                            .forEach(posting -> seldom.add(posting.reason().name()));
                }
            }
        }
        assertThat(accepted).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(seldom).containsAll(SELDOM);
    }

    private static boolean reached(Set<String> accepted, Set<String> seldom) {
        return accepted.containsAll(KINDS) && seldom.containsAll(SELDOM);
    }

    /** Invariants 1, 2, 4 and 13. */
    @Property
    void keepsEveryBucketWithinItsBounds(@ForAll("histories") List<Act> acts) {
        for (Effect effect : lazily(acts).effects()) {
            Account account = effect.after();
            if (account == null) {
                continue;
            }
            Balances balances = account.balances();
            assertThat(account.freeFen()).isBetween(0L, balances.balanceFen());
            assertThat(balances.receivableFen() == 0 || balances.balanceFen() == 0).isTrue();
            assertThat(account.suspense().stream().mapToLong(entry -> entry.amountFen()).sum())
                    .isEqualTo(balances.suspenseFen());
            assertThat(balances.inTransitFen()).isZero();
            if (account.lifetime().lifecycle() == Lifecycle.CLOSED) {
                assertThat(balances).isEqualTo(Balances.ZERO);
            }
        }
    }

    /** Invariant 3. */
    @Property
    void holdsInEachBucketTheSumOfItsPostings(@ForAll("histories") List<Act> acts) {
        Life life = lazily(acts);
        Map<String, Map<LedgerAccount, Long>> sums = new HashMap<>();
        long all = 0;
        for (Recorded recorded : life.ledger().records()) {
            Map<LedgerAccount, Long> ofAccount =
                    sums.computeIfAbsent(
                            recorded.record().accountId(),
                            key -> new EnumMap<>(LedgerAccount.class));
            for (Posting posting : recorded.record().postings()) {
                ofAccount.merge(posting.from(), -posting.amountFen(), Math::addExact);
                ofAccount.merge(posting.to(), posting.amountFen(), Math::addExact);
            }
            all = ofAccount.values().stream().mapToLong(Long::longValue).sum();
            assertThat(all).isZero();
        }
        life.accounts()
                .forEach(id -> {
                    Account account = life.ledger().history(id.toString()).account();
                    if (account != null) {
                        Map<LedgerAccount, Long> of = sums.get(id.toString());
                        Balances balances = account.balances();
                        assertThat(of.getOrDefault(LedgerAccount.CURRENT, 0L))
                                .isEqualTo(balances.currentFen());
                        assertThat(of.getOrDefault(LedgerAccount.PRIOR, 0L))
                                .isEqualTo(balances.priorFen());
                        assertThat(of.getOrDefault(LedgerAccount.SUSPENSE, 0L))
                                .isEqualTo(balances.suspenseFen());
                        assertThat(of.getOrDefault(LedgerAccount.RECEIVABLE, 0L))
                                .isEqualTo(-balances.receivableFen());
                    }
                });
    }

    /** Invariant 5. */
    @Property
    void givesTheSameRecordsAgainAndNoneForARetry(@ForAll("histories") List<Act> acts) {
        Life life = lazily(acts);
        Map<String, List<String>> records = life.records();
        assertThat(lazily(acts).records()).isEqualTo(records);
        life.sendAllAgain();
        assertThat(life.records()).isEqualTo(records);
    }

    /** Invariant 14: the place of the sweep in the order does not matter. */
    @Property
    void comesToTheSameWhereverTheSweepComes(
            @ForAll("histories") List<Act> acts, @ForAll long seed) {
        Life lazy = lazily(acts);
        Life eager = Life.of(acts, place -> true);
        var random = new Random(seed);
        Life anywhere = Life.of(acts, place -> random.nextInt(5) == 0);
        assertThat(eager.records()).isEqualTo(lazy.records());
        assertThat(anywhere.records()).isEqualTo(lazy.records());
        for (var id : lazy.accounts()) {
            var history = lazy.ledger().history(id.toString());
            assertThat(eager.ledger().history(id.toString())).isEqualTo(history);
            assertThat(anywhere.ledger().history(id.toString())).isEqualTo(history);
        }
    }

    /** Invariant 6: a year end changes the total by its interest and a new annual credit only. */
    @Property
    void movesEveryFenAtTheYearEndAndAddsInterestOnly(@ForAll("histories") List<Act> acts) {
        for (Effect effect : closes(acts)) {
            List<Posting> postings = postings(effect);
            if (postings.stream().noneMatch(posting -> posting.reason() == Reason.CARRY)) {
                continue;
            }
            long gained =
                    postings.stream()
                            .filter(posting ->
                                    posting.reason() == Reason.INTEREST
                                            || posting.reason() == Reason.ANNUAL_CREDIT
                                            || posting.reason() == Reason.FLAT_CREDIT)
                            .filter(posting -> posting.to() != LedgerAccount.SUSPENSE)
                            .mapToLong(Posting::amountFen)
                            .sum();
            assertThat(net(effect.after())).isEqualTo(net(effect.before()) + gained);
        }
    }

    /** Invariant 7. */
    @Property
    void lowersABalanceOnlyForAReasonThatTakes(@ForAll("histories") List<Act> acts) {
        for (Effect effect : lazily(acts).effects()) {
            if (effect.before() != null
                    && effect.after() != null
                    && effect.after().balances().balanceFen()
                            < effect.before().balances().balanceFen()) {
                assertThat(postings(effect)).anyMatch(posting -> TAKING.contains(posting.reason()));
            }
        }
    }

    /** Invariant 8. */
    @Property
    void postsNothingForHoldsCardsAndBenefitsButReleases(@ForAll("histories") List<Act> acts) {
        for (Effect effect : lazily(acts).effects()) {
            if (STATUS_ONLY.contains(effect.kind())) {
                assertThat(postings(effect))
                        .allMatch(posting -> posting.reason() == Reason.RELEASE);
            }
        }
    }

    /** Invariants 9 and 12: a lapse takes nothing; only a deregistration that is opted in may. */
    @Property
    void takesNothingInALapse(@ForAll("histories") List<Act> acts) {
        for (Effect effect : closes(acts)) {
            Account after = effect.after();
            if (after.standing().participation() == Participation.LAPSED) {
                assertThat(net(after)).isGreaterThanOrEqualTo(net(effect.before()));
                Statistics.collect(after.holds().has(Hold.Kind.LAPSE) ? "frozen" : "lapsed");
            }
        }
    }

    /** Invariant 11. */
    @Property
    void countsALapseByClosesAndByOneOnly(@ForAll("histories") List<Act> acts) {
        for (Effect effect : lazily(acts).effects()) {
            if (effect.before() == null || effect.after() == null) {
                continue;
            }
            int before = effect.before().lapse().lapsedMonths();
            int after = effect.after().lapse().lapsedMonths();
            if (after > before) {
                assertThat(effect.kind()).isEqualTo("monthClosed");
                assertThat(after).isEqualTo(before + 1);
                assertThat(effect.before().standing().participation())
                        .isNotEqualTo(Participation.RETIRED);
            } else if (after < before) {
                assertThat(after).isZero();
            }
        }
    }

    @Property
    void previewsTheNextCloseAsItThenHappens(@ForAll("histories") List<Act> acts) {
        Life life = lazily(acts);
        for (AccountId id : life.accounts()) {
            if (life.ledger().history(id.toString()).account() != null) {
                Applied preview = life.ledger().preview(id, life.open());
                assertThat(preview.close().period()).isEqualTo(life.open());
                Life closed = Life.of(plusClose(acts), place -> false);
                Account then = closed.ledger().history(id.toString()).account();
                // what waits in suspense is named after the message: the rest is the same
                assertThat(preview.account())
                        .usingRecursiveComparison()
                        .ignoringFields("suspense", "annualCredits")
                        .isEqualTo(then);
            }
        }
    }

    private static List<Act> plusClose(List<Act> acts) {
        var more = new ArrayList<>(acts);
        more.add(new Act(Act.Kind.CLOSE, 0, 0, 0, 1));
        return more;
    }

    /** Invariant 15. */
    @Property
    void changesNothingByARefusalOrADuplicate(@ForAll("histories") List<Act> acts) {
        for (Effect effect : lazily(acts).effects()) {
            Recorded recorded = effect.recorded();
            if (recorded != null && recorded.record().outcome() != Outcome.ACCEPTED) {
                assertThat(effect.after()).isEqualTo(effect.before());
                assertThat(recorded.bindings()).isEmpty();
            }
        }
    }

    private static Life lazily(List<Act> acts) {
        return Life.of(acts, place -> false);
    }

    private static List<Effect> closes(List<Act> acts) {
        return lazily(acts).effects().stream()
                .filter(effect -> effect.kind().equals("monthClosed") && effect.before() != null)
                .toList();
    }

    private static List<Posting> postings(Effect effect) {
        return effect.recorded() == null ? List.of() : effect.recorded().record().postings();
    }

    private static long net(Account account) {
        return account.balances().balanceFen() - account.balances().receivableFen();
    }
}
