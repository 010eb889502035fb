package io.jieyu.ledger.account;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of the catalogue (rulebook 6) with its fields read. */
public interface AccountMessage {

    /** The business date (rulebook 5.1). */
    LocalDate date();

    /** The business key (rulebook 5.3), unique over all kinds; null for kinds without one. */
    default @Nullable String businessKey() {
        return null;
    }

    /**
     * The content that a duplicate must repeat (rulebook 5.2), as a JSON tree in a fixed order: the
     * fields of section 6, defaults filled in. Asked only of messages that have a business key.
     */
    default Map<String, @Nullable Object> content() {
        return Map.of();
    }
}
