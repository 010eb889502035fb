package io.jieyu.ledger.sealing;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.decision.Applied;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one close did to one account: a leaf of the tree, and its share of the sums.
 *
 * @param leaf hash of the account as the close left it: id, sequence, chain head, balances
 * @param before balances until then
 * @param status participation until then, or CLOSED
 * @param statusAfter the same from then on
 * @param postings of the close
 */
public record AccountSeal(
        Hash leaf, Balances before, String status, String statusAfter, List<Posting> postings) {

    private static final String CLOSED = "CLOSED";

    public AccountSeal {
        postings = List.copyOf(postings);
    }

    /** The share of the account that has just applied the close. */
    public static AccountSeal of(Applied applied) {
        return new AccountSeal(
                TreeHash.leaf(content(applied).getBytes(StandardCharsets.UTF_8)),
                applied.before().balances(),
                status(applied.before()),
                status(applied.account()),
                applied.recorded() == null ? List.of() : applied.recorded().record().postings());
    }

    private static String status(Account account) {
        return account.isClosed() ? CLOSED : account.standing().participation().name();
    }

    /** The content of the leaf: a line of text in UTF-8 (docs/reference/proofs.md). */
    public static String content(Applied applied) {
        return content(
                applied.account().id(),
                applied.after().sequence(),
                applied.after().head(),
                applied.account().balances());
    }

    /**
     * The same, of its parts.
     *
     * @param sequence of the account's last record
     * @param head hash of that record
     */
    public static String content(AccountId id, long sequence, Hash head, Balances balances) {
        return id
                + " "
                + sequence
                + " "
                + head
                + " "
                + balances.currentFen()
                + " "
                + balances.priorFen()
                + " "
                + balances.suspenseFen()
                + " "
                + balances.inTransitFen()
                + " "
                + balances.receivableFen();
    }
}
