package io.jieyu.ledger.policy;

import io.jieyu.ledger.Category;

/** Who has a personal account. */
public record Categories(AccountRule employee, AccountRule flexible, AccountRule resident) {

    /**
     * The rule of a contributor's category.
     *
     * @throws IllegalArgumentException for RETIREE, who keeps the account he has
     */
    public AccountRule of(Category category) {
        return switch (category) {
            case EMPLOYEE -> employee;
            case FLEXIBLE -> flexible;
            case RESIDENT -> resident;
            case RETIREE ->
                    throw new IllegalArgumentException(
                            "category: RETIREE (expected: a contributor's)");
        };
    }
}
