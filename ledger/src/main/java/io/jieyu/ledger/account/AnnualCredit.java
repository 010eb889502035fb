package io.jieyu.ledger.account;

import java.time.YearMonth;
import java.util.List;

/**
 * The flat credit of a retiree for an account year at once (预划, rulebook 7.8).
 *
 * @param from first month that it pays for
 * @param to last month of the account year
 * @param months those that were counted
 * @param totalFen the amount
 * @param ended whether nothing of it will be taken back any more
 */
public record AnnualCredit(
        YearMonth from,
        YearMonth to,
        List<YearMonth> months,
        long totalFen,
        Credit credit,
        boolean ended) {

    public AnnualCredit {
        months = List.copyOf(months);
    }

    public AnnualCredit end() {
        return new AnnualCredit(from, to, months, totalFen, credit, true);
    }

    AnnualCredit released(String entryId, Credit release) {
        return credit.waitsIn(entryId)
                ? new AnnualCredit(from, to, months, totalFen, credit.released(release), ended)
                : this;
    }
}
