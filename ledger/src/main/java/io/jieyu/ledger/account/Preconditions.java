package io.jieyu.ledger.account;

import static io.jieyu.ledger.RefusalCode.ACCOUNT_CLOSED;
import static io.jieyu.ledger.RefusalCode.ACCOUNT_NOT_FOUND;

import io.jieyu.ledger.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What most kinds ask of an account before anything else (rulebook 6). */
public final class Preconditions {

    private Preconditions() {}

    /** That there is an account that is not CLOSED. */
    public static Optional<Refusal> existsAndIsNotClosed(@Nullable Account account) {
        if (account == null) {
            return Optional.of(notFound());
        }
        return account.isClosed() ? Optional.of(closed(account)) : Optional.empty();
    }

    /** That there is an account that is neither CLOSED nor CLOSING. */
    public static Optional<Refusal> existsAndIsOpen(@Nullable Account account) {
        return account == null ? Optional.of(notFound()) : isOpen(account);
    }

    /** That the account, if there is one, is neither CLOSED nor CLOSING. */
    public static Optional<Refusal> isOpen(@Nullable Account account) {
        return account == null || account.lifetime().lifecycle() == Lifecycle.OPEN
                ? Optional.empty()
                : Optional.of(closed(account));
    }

    public static Refusal notFound() {
        return Refusal.ofState(
                ACCOUNT_NOT_FOUND,
                "an account, opened by a contribution or a retirement before this message");
    }

    public static Refusal closed(Account account) {
        return Refusal.ofState(
                ACCOUNT_CLOSED,
                "an open account; it is "
                        + account.lifetime().lifecycle()
                        + (account.lifetime().closeReason() == null
                                ? ""
                                : " (" + account.lifetime().closeReason() + ")"));
    }
}
