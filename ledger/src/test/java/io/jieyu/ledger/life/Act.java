package io.jieyu.ledger.life;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One act of a random history, still without dates and ids: those follow from its place.
 *
 * @param person which of the persons
 * @param shift months before or after the open month, where the kind has a period
 * @param choice decides between the variants of the kind
 */
record Act(Kind kind, int person, int shift, int choice, long fen) {

    enum Kind {
        REGULAR,
        BACK_PAYMENT,
        REVERSED,
        REPLACED,
        TRUE_UP,
        SPEND,
        REFUND,
        BENEFIT,
        CARD,
        HOLD,
        RELEASE,
        RETIREMENT,
        REENROLLED,
        SWEEP_REVERSED,
        CLOSE,
        POLICY
    }

    static Arbitrary<Act> any() {
        Arbitrary<Kind> kinds =
                Arbitraries.frequency(
                        Tuple.of(12, Kind.REGULAR),
                        Tuple.of(5, Kind.BACK_PAYMENT),
                        Tuple.of(4, Kind.REVERSED),
                        Tuple.of(4, Kind.REPLACED),
                        Tuple.of(3, Kind.TRUE_UP),
                        Tuple.of(8, Kind.SPEND),
                        Tuple.of(4, Kind.REFUND),
                        Tuple.of(1, Kind.BENEFIT),
                        Tuple.of(8, Kind.CARD),
                        Tuple.of(3, Kind.HOLD),
                        Tuple.of(2, Kind.RELEASE),
                        Tuple.of(1, Kind.RETIREMENT),
                        Tuple.of(1, Kind.REENROLLED),
                        Tuple.of(1, Kind.SWEEP_REVERSED),
                        Tuple.of(18, Kind.CLOSE),
                        Tuple.of(2, Kind.POLICY));
        return Combinators.combine(
                        kinds,
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1)),
                        Arbitraries.frequency(
                                Tuple.of(5, 0), Tuple.of(3, 1), Tuple.of(1, 2), Tuple.of(1, 5)),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.longs().between(1, 60_000))
                .as(Act::new);
    }
}
