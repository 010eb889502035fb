package io.jieyu.ledger.account;

import io.jieyu.ledger.LedgerAccount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one CREDIT did (rulebook 3.4), as a later reversal needs it.
 *
 * @param source where the money came from
 * @param amountFen all of it: what reached the bucket, repaid a debt or waits in SUSPENSE
 * @param date of the posting that brought it into a bucket; of the CREDIT when none did
 * @param bucket where it went; null when nothing reached a bucket
 * @param freeAddedFen free money that it brought
 * @param suspenseEntry the entry in which it waited or waits; null when it never did
 */
public record Credit(
        LedgerAccount source,
        long amountFen,
        LocalDate date,
        @Nullable LedgerAccount bucket,
        long freeAddedFen,
        @Nullable String suspenseEntry) {

    public boolean waitsIn(String entryId) {
        return entryId.equals(suspenseEntry);
    }

    /** The suspense is released: the money has gone where the release brought it. */
    Credit released(Credit release) {
        return new Credit(
                source,
                amountFen,
                release.bucket == null ? date : release.date,
                release.bucket,
                release.freeAddedFen,
                suspenseEntry);
    }
}
