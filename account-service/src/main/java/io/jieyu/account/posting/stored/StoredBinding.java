package io.jieyu.account.posting.stored;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Credit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A bound business key, with what it booked, as it lies in its store. */
public final class StoredBinding {

    private static final byte FORM = 2;
    private static final LedgerAccount[] ACCOUNTS = LedgerAccount.values();

    private static final int NO_BOOKING = 0;
    private static final int CONTRIBUTION = 1;
    private static final int FLAT_CREDIT = 2;
    private static final int SPEND = 3;

    private StoredBinding() {}

    public static byte[] write(Binding binding) {
        var bytes = new ByteWriter().raw(FORM).text(binding.messageId()).hash(binding.content());
        write(binding.booking(), bytes);
        return bytes.toBytes();
    }

    public static Binding read(byte[] value) {
        var bytes = new ByteReader(value);
        int form = bytes.raw();
        if (form != FORM) {
            throw new IllegalStateException(
                    "stored binding: form " + form + " (expected: " + FORM + ")");
        }
        return new Binding(bytes.text(), bytes.hash(), booking(bytes));
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
