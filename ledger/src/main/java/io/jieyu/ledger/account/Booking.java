package io.jieyu.ledger.account;

import io.jieyu.ledger.LedgerAccount;
import java.time.LocalDate;
import java.util.List;

/**
 * What an earlier message booked, kept under its business key for the messages that refer to it:
 * reversals, replacements, refunds (rulebook 4.1).
 */
public sealed interface Booking {

    /**
     * A contribution (rulebook 4.1 {@code contributions}).
     *
     * @param credits its CREDITs, in order
     * @param rests what went to contra accounts, in order, after the credits
     * @param creditable what 11.2 said of it; true for REGULAR ones
     */
    record Contribution(
            List<Credit> credits,
            List<Rest> rests,
            boolean creditable,
            int generation,
            boolean reversed)
            implements Booking {

        public Contribution {
            credits = List.copyOf(credits);
            rests = List.copyOf(rests);
        }

        public Contribution reverse() {
            return new Contribution(credits, rests, creditable, generation, true);
        }
    }

    /** Money of a contribution that is not the account's. */
    record Rest(LedgerAccount account, long amountFen) {}

    /** The flat credit of a retiree for one month (rulebook 7.6). */
    record FlatCredit(Credit credit, int generation, boolean reversed) implements Booking {

        public FlatCredit reverse() {
            return new FlatCredit(credit, generation, true);
        }
    }

    /** A spend (rulebook 13.8): what was taken, and what of it has been given back. */
    record Spend(LocalDate date, LocalDate postedOn, Parts taken, Parts refunded)
            implements Booking {

        public Spend refund(Parts more) {
            return new Spend(date, postedOn, taken, refunded.plus(more));
        }
    }

    /** Fen of each bucket, and how much of it is free money. */
    record Parts(long currentFen, long priorFen, long freeFen) {

        public static final Parts NONE = new Parts(0, 0, 0);

        public long totalFen() {
            return Math.addExact(currentFen, priorFen);
        }

        public Parts plus(Parts other) {
            return new Parts(
                    Math.addExact(currentFen, other.currentFen),
                    Math.addExact(priorFen, other.priorFen),
                    Math.addExact(freeFen, other.freeFen));
        }

        public Parts minus(Parts other) {
            return new Parts(
                    Math.subtractExact(currentFen, other.currentFen),
                    Math.subtractExact(priorFen, other.priorFen),
                    Math.subtractExact(freeFen, other.freeFen));
        }
    }

    /** The same booking after the suspense entry of one of its credits was released. */
    default Booking released(String entryId, Credit release) {
        return switch (this) {
            case Contribution contribution ->
                    new Contribution(
                            contribution.credits.stream()
                                    .map(credit ->
                                            credit.waitsIn(entryId)
                                                    ? credit.released(release)
                                                    : credit)
                                    .toList(),
                            contribution.rests,
                            contribution.creditable,
                            contribution.generation,
                            contribution.reversed);
            case FlatCredit flat ->
                    flat.credit.waitsIn(entryId)
                            ? new FlatCredit(
                                    flat.credit.released(release), flat.generation, flat.reversed)
                            : flat;
            case Spend spend -> spend;
        };
    }
}
