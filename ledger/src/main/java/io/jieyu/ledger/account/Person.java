package io.jieyu.ledger.account;

import io.jieyu.ledger.Category;
import io.jieyu.ledger.Tier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The insured person as the messages tell it (rulebook 4.1).
 *
 * @param birthDate from the first message that carries it
 * @param category of the last accepted contribution, or RETIREE
 * @param tier of the last accepted contribution
 */
public record Person(
        @Nullable LocalDate birthDate, @Nullable Category category, @Nullable Tier tier) {

    public static final Person UNKNOWN = new Person(null, null, null);

    /** The birth date stays the first one. */
    public Person born(LocalDate birthDate) {
        return this.birthDate == null ? new Person(birthDate, category, tier) : this;
    }

    public Person as(Category category, @Nullable Tier tier) {
        return new Person(birthDate, category, tier);
    }

    /** Whether the date contradicts the one that is known. */
    public boolean differs(LocalDate birthDate) {
        return this.birthDate != null && !this.birthDate.equals(birthDate);
    }
}
