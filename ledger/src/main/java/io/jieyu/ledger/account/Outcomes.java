package io.jieyu.ledger.account;

import io.jieyu.ledger.Notice;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an accepted message or a close comes to beside the account: everything that a record tells
 * of it and that must be kept.
 *
 * @param bookings by business key: new ones and changed ones
 * @param bound further keys that are bound, as if by that message
 * @param notices of a close
 * @param result figures that the sender is answered with, such as {@code paidFen}
 */
public record Outcomes(
        Map<String, Booking> bookings,
        Map<String, AccountMessage> bound,
        Set<Notice> notices,
        Map<String, Object> result) {

    Outcomes() {
        this(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                EnumSet.noneOf(Notice.class),
                new LinkedHashMap<>());
    }
}
