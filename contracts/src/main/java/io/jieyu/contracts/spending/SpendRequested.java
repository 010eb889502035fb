package io.jieyu.contracts.spending;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider asks for money of the account. The answer tells what was paid and what is left in cash
 * (rulebook 6.4, 13).
 *
 * @param spendId the sender's id: the business key; a refund names it
 * @param amountFen asked from the account, fen
 * @param use what it is for; the last three exist so that they can be refused by name
 * @param providerId hospital, pharmacy or insurer; recorded
 * @param providerRegion division code of the provider; absent = the account's
 * @param outOfRegionBasis why a spend outside the region may pass, as the sender asserts it. Absent
 *     = NONE
 * @param authenticated whether password or credential was checked. Absent = true
 * @param detail place, kind of visit; recorded only
 */
public record SpendRequested(
        String accountId,
        LocalDate date,
        String spendId,
        long amountFen,
        String use,
        String providerId,
        @Nullable String providerRegion,
        @Nullable String outOfRegionBasis,
        @Nullable Boolean authenticated,
        @Nullable Map<String, @Nullable Object> detail) {}
