package io.jieyu.account.posting.stored;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Credit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a business key is bound to, with what it booked, within its row. */
final class StoredBinding {

    private static final LedgerAccount[] ACCOUNTS = LedgerAccount.values();

    private static final int NO_BOOKING = 0;
    private static final int CONTRIBUTION = 1;
    private static final int FLAT_CREDIT = 2;
    private static final int SPEND = 3;

    private StoredBinding() {}

    static void write(Binding binding, ByteWriter bytes) {
        bytes.hash(binding.content());
        write(binding.booking(), bytes);
    }

    static Binding read(String messageId, ByteReader bytes) {
        return new Binding(messageId, bytes.hash(), booking(bytes));
    }

    private static void write(@Nullable Booking booking, ByteWriter bytes) {
        switch (booking) {
            case null -> bytes.raw(NO_BOOKING);
            case Booking.Contribution contribution -> {
                bytes.raw(CONTRIBUTION)
                        .truth(contribution.creditable())
                        .number(contribution.generation())
                        .truth(contribution.reversed())
                        .number(contribution.credits().size());
                contribution.credits().forEach(credit -> write(credit, bytes));
                bytes.number(contribution.rests().size());
                contribution
                        .rests()
                        .forEach(rest -> bytes.word(rest.account()).number(rest.amountFen()));
            }
            case Booking.FlatCredit flat -> {
                bytes.raw(FLAT_CREDIT).number(flat.generation()).truth(flat.reversed());
                write(flat.credit(), bytes);
            }
            case Booking.Spend spend -> {
                bytes.raw(SPEND).date(spend.date()).date(spend.postedOn());
                write(spend.taken(), bytes);
                write(spend.refunded(), bytes);
            }
        }
    }

    private static @Nullable Booking booking(ByteReader bytes) {
        int kind = bytes.raw();
        return switch (kind) {
            case NO_BOOKING -> null;
            case CONTRIBUTION -> contribution(bytes);
            case FLAT_CREDIT -> {
                int generation = bytes.count();
                boolean reversed = bytes.truth();
                yield new Booking.FlatCredit(credit(bytes), generation, reversed);
            }
            case SPEND -> new Booking.Spend(bytes.day(), bytes.day(), parts(bytes), parts(bytes));
            default -> throw new IllegalStateException("stored booking: kind " + kind);
        };
    }

    private static Booking contribution(ByteReader bytes) {
        boolean creditable = bytes.truth();
        int generation = bytes.count();
        boolean reversed = bytes.truth();
        var credits = new ArrayList<Credit>();
        for (int left = bytes.count(); left > 0; left--) {
            credits.add(credit(bytes));
        }
        var rests = new ArrayList<Booking.Rest>();
        for (int left = bytes.count(); left > 0; left--) {
            rests.add(new Booking.Rest(bytes.word(ACCOUNTS), bytes.number()));
        }
        return new Booking.Contribution(credits, rests, creditable, generation, reversed);
    }

    static void write(Credit credit, ByteWriter bytes) {
        bytes.word(credit.source())
                .number(credit.amountFen())
                .date(credit.date())
                .word(credit.bucket())
                .number(credit.freeAddedFen())
                .text(credit.suspenseEntry());
    }

    static Credit credit(ByteReader bytes) {
        return new Credit(
                bytes.word(ACCOUNTS),
                bytes.number(),
                bytes.day(),
                bytes.optionalWord(ACCOUNTS),
                bytes.number(),
                bytes.optionalText());
    }

    private static void write(Booking.Parts parts, ByteWriter bytes) {
        bytes.number(parts.currentFen()).number(parts.priorFen()).number(parts.freeFen());
    }

    private static Booking.Parts parts(ByteReader bytes) {
        return new Booking.Parts(bytes.number(), bytes.number(), bytes.number());
    }
}
