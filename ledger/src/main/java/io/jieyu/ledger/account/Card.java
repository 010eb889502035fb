package io.jieyu.ledger.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The person's card (rulebook 4.1, 6.7). NONE means that no card message has ever come: the person
 * uses an electronic credential.
 *
 * @param number null when it is not known
 * @param replaced the numbers of earlier cards
 */
public record Card(Status status, @Nullable String number, List<String> replaced) {

    public static final Card NONE = new Card(Status.NONE, null, List.of());

    /** What the card is good for. */
    public enum Status {
        NONE,
        ISSUED_INACTIVE,
        ACTIVE,
        /** Reported lost (挂失). */
        LOST,
        SUSPENDED
    }

    public Card {
        replaced = List.copyOf(replaced);
    }

    /** Whether it stops no spend (rulebook 4.3). */
    public boolean allows() {
        return status == Status.NONE || status == Status.ACTIVE;
    }

    /** The status is this now; a number that is given while none is known becomes the card's. */
    public Card becomes(Status next, @Nullable String cardNo) {
        return new Card(next, number == null ? cardNo : number, replaced);
    }

    /** Another card is active instead (补办). */
    public Card reissued(String cardNo) {
        var earlier = new ArrayList<>(replaced);
        if (number != null) {
            earlier.add(number);
        }
        return new Card(Status.ACTIVE, cardNo, earlier);
    }

    /** Whether the number may become that of a new card: it never was one of the person's. */
    public boolean isNew(String cardNo) {
        return !replaced.contains(cardNo) && !Objects.equals(number, cardNo);
    }
}
