package io.jieyu.account.posting.stored;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Category;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.AnnualCredit;
import io.jieyu.ledger.account.Card;
import io.jieyu.ledger.account.CloseReason;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Holds;
import io.jieyu.ledger.account.Lapse;
import io.jieyu.ledger.account.Lifecycle;
import io.jieyu.ledger.account.Lifetime;
import io.jieyu.ledger.account.Milestones;
import io.jieyu.ledger.account.MonthEnds;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.Person;
import io.jieyu.ledger.account.PooledBenefit;
import io.jieyu.ledger.account.Standing;
import io.jieyu.ledger.account.SuspenseEntry;
import io.jieyu.ledger.account.Sweep;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An account within a stored history: parts in which nothing stands take no room. */
final class StoredAccount {

    private static final Participation[] PARTICIPATIONS = Participation.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Tier[] TIERS = Tier.values();
    private static final PooledBenefit.Status[] BENEFITS = PooledBenefit.Status.values();
    private static final Lifecycle[] LIFECYCLES = Lifecycle.values();
    private static final CloseReason[] CLOSE_REASONS = CloseReason.values();
    private static final Hold.Kind[] HOLDS = Hold.Kind.values();
    private static final Card.Status[] CARDS = Card.Status.values();

    private StoredAccount() {}

    static void write(Account account, ByteWriter bytes) {
        Standing standing = account.standing();
        bytes.word(standing.participation())
                .word(standing.participationBefore())
                .month(standing.retiredFrom())
                .month(standing.deathMonth());
        Person person = account.person();
        bytes.date(person.birthDate()).word(person.category()).word(person.tier());
        StoredBalances.write(account.balances(), bytes);
        bytes.number(account.freeFen());
        write(account.pooledBenefit(), bytes);
        StoredPayments.write(account.payments(), bytes);
        write(account.monthEnds(), bytes);
        Milestones milestones = account.milestones();
        bytes.truth(milestones.credited()).truth(milestones.spent()).date(milestones.carriedOn());
        part(account.lifetime(), Lifetime.OPENED, bytes, StoredAccount::write);
        part(account.lapse(), Lapse.NONE, bytes, StoredAccount::write);
        part(account.card(), Card.NONE, bytes, StoredAccount::write);
        list(account.holds().holds(), bytes, StoredAccount::write);
        list(account.suspense(), bytes, StoredAccount::write);
        list(account.annualCredits(), bytes, StoredAccount::write);
        list(account.sweeps(), bytes, StoredAccount::write);
        bytes.number(account.benefitUsed().size());
        account.benefitUsed().forEach((year, fen) -> bytes.month(year).number(fen));
    }

    static Account read(AccountId id, ByteReader bytes) {
        var standing =
                new Standing(
                        bytes.word(PARTICIPATIONS),
                        bytes.optionalWord(PARTICIPATIONS),
                        bytes.optionalMonth(),
                        bytes.optionalMonth());
        var person =
                new Person(bytes.date(), bytes.optionalWord(CATEGORIES), bytes.optionalWord(TIERS));
        var balances = StoredBalances.read(bytes);
        long freeFen = bytes.number();
        var benefit =
                new PooledBenefit(
                        bytes.word(BENEFITS), bytes.date(), bytes.word(BENEFITS), bytes.date());
        var payments = StoredPayments.read(bytes);
        var monthEnds = monthEnds(bytes);
        var milestones = new Milestones(bytes.truth(), bytes.truth(), bytes.date());
        var lifetime = bytes.truth() ? lifetime(bytes) : Lifetime.OPENED;
        var lapse = bytes.truth() ? lapse(bytes) : Lapse.NONE;
        var card = bytes.truth() ? card(bytes) : Card.NONE;
        return new Account(
                id,
                lifetime,
                person,
                standing,
                lapse,
                benefit,
                payments,
                balances,
                freeFen,
                monthEnds,
                holds(bytes),
                card,
                list(bytes, StoredAccount::suspense),
                list(bytes, StoredAccount::annual),
                list(bytes, StoredAccount::sweep),
                benefitUsed(bytes),
                milestones);
    }

    private static <T> void part(
            T value, T nothing, ByteWriter bytes, BiConsumer<T, ByteWriter> write) {
        boolean something = !value.equals(nothing);
        bytes.truth(something);
        if (something) {
            write.accept(value, bytes);
        }
    }

    private static <T> void list(
            List<T> values, ByteWriter bytes, BiConsumer<T, ByteWriter> write) {
        bytes.number(values.size());
        values.forEach(value -> write.accept(value, bytes));
    }

    private static <T> List<T> list(ByteReader bytes, Function<ByteReader, T> read) {
        int size = bytes.count();
        if (size == 0) {
            return List.of();
        }
        var values = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.apply(bytes));
        }
        return List.copyOf(values);
    }

    private static void write(PooledBenefit benefit, ByteWriter bytes) {
        bytes.word(benefit.status())
                .date(benefit.from())
                .word(benefit.before())
                .date(benefit.coveredFrom());
    }

    private static void write(MonthEnds monthEnds, ByteWriter bytes) {
        bytes.month(monthEnds.lastClosed())
                .number(monthEnds.productCurrent())
                .number(monthEnds.productPrior())
                .number(monthEnds.laterDeltas().size());
        monthEnds
                .laterDeltas()
                .forEach((month, delta) ->
                        bytes.month(month)
                                .number(delta.currentFen())
                                .number(delta.priorFen())
                                .number(delta.receivableFen()));
    }

    private static MonthEnds monthEnds(ByteReader bytes) {
        YearMonth lastClosed = bytes.optionalMonth();
        long productCurrent = bytes.number();
        long productPrior = bytes.number();
        var deltas = new TreeMap<YearMonth, MonthEnds.Delta>();
        for (int left = bytes.count(); left > 0; left--) {
            deltas.put(
                    bytes.month(),
                    new MonthEnds.Delta(bytes.number(), bytes.number(), bytes.number()));
        }
        return new MonthEnds(
                lastClosed,
                Collections.unmodifiableNavigableMap(deltas),
                productCurrent,
                productPrior);
    }

    private static void write(Lifetime lifetime, ByteWriter bytes) {
        bytes.number(lifetime.generation()).word(lifetime.lifecycle()).word(lifetime.closeReason());
    }

    private static Lifetime lifetime(ByteReader bytes) {
        return new Lifetime(
                bytes.count(), bytes.word(LIFECYCLES), bytes.optionalWord(CLOSE_REASONS));
    }

    private static void write(Lapse lapse, ByteWriter bytes) {
        bytes.number(lapse.lapsedMonths())
                .month(lapse.lapseStart())
                .truth(lapse.waitingOwed())
                .number(lapse.waitingPaid())
                .number(lapse.waitingTarget());
    }

    private static Lapse lapse(ByteReader bytes) {
        return new Lapse(
                bytes.count(), bytes.optionalMonth(), bytes.truth(), bytes.count(), bytes.count());
    }

    private static void write(Card card, ByteWriter bytes) {
        bytes.word(card.status()).text(card.number());
        list(card.replaced(), bytes, (number, into) -> into.text(number));
    }

    private static Card card(ByteReader bytes) {
        return new Card(bytes.word(CARDS), bytes.optionalText(), list(bytes, ByteReader::text));
    }

    private static void write(Hold hold, ByteWriter bytes) {
        bytes.word(hold.kind()).date(hold.since()).date(hold.until()).text(hold.caseNo());
    }

    private static Holds holds(ByteReader bytes) {
        List<Hold> holds =
                list(
                        bytes,
                        from ->
                                new Hold(
                                        from.word(HOLDS),
                                        from.day(),
                                        from.date(),
                                        from.optionalText()));
        return holds.isEmpty() ? Holds.NONE : new Holds(holds);
    }

    private static void write(SuspenseEntry entry, ByteWriter bytes) {
        bytes.text(entry.entryId())
                .number(entry.amountFen())
                .month(entry.period())
                .text(entry.owner());
    }

    private static SuspenseEntry suspense(ByteReader bytes) {
        return new SuspenseEntry(bytes.text(), bytes.number(), bytes.month(), bytes.optionalText());
    }

    private static void write(AnnualCredit credit, ByteWriter bytes) {
        bytes.month(credit.from()).month(credit.to());
        list(credit.months(), bytes, (month, into) -> into.month(month));
        bytes.number(credit.totalFen()).truth(credit.ended());
        StoredBinding.write(credit.credit(), bytes);
    }

    private static AnnualCredit annual(ByteReader bytes) {
        YearMonth from = bytes.month();
        YearMonth to = bytes.month();
        List<YearMonth> months = list(bytes, ByteReader::month);
        long totalFen = bytes.number();
        boolean ended = bytes.truth();
        return new AnnualCredit(from, to, months, totalFen, StoredBinding.credit(bytes), ended);
    }

    private static void write(Sweep sweep, ByteWriter bytes) {
        bytes.text(sweep.sweepId()).number(sweep.amountFen()).truth(sweep.reversed());
    }

    private static Sweep sweep(ByteReader bytes) {
        return new Sweep(bytes.text(), bytes.number(), bytes.truth());
    }

    private static NavigableMap<YearMonth, Long> benefitUsed(ByteReader bytes) {
        int size = bytes.count();
        if (size == 0) {
            return Collections.emptyNavigableMap();
        }
        var used = new TreeMap<YearMonth, Long>();
        for (int i = 0; i < size; i++) {
            used.put(bytes.month(), bytes.number());
        }
        return Collections.unmodifiableNavigableMap(used);
    }
}
