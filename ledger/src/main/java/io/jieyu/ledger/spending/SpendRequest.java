package io.jieyu.ledger.spending;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.JsonTree;
import io.jieyu.ledger.Use;
import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A spend that is asked for (rulebook 6.4).
 *
 * @param providerRegion null: the account's own region
 * @param detail recorded only; null when absent
 */
public record SpendRequest(
        LocalDate date,
        String spendId,
        long amountFen,
        Use use,
        String providerId,
        @Nullable String providerRegion,
        OutOfRegionBasis outOfRegionBasis,
        boolean authenticated,
        @Nullable Map<String, @Nullable Object> detail,
        String ownRegion)
        implements AccountMessage {

    /** What the sender asserts about a spend outside the region. */
    public enum OutOfRegionBasis {
        NONE,
        FILED,
        EMERGENCY
    }

    static SpendRequest read(Fields fields) throws InvalidField {
        String region = fields.optionalText("providerRegion");
        if (region != null && !AccountId.isRegionCode(region)) {
            throw new InvalidField("providerRegion", region, "six digits");
        }
        OutOfRegionBasis basis = fields.optionalChoice("outOfRegionBasis", OutOfRegionBasis.class);
        return new SpendRequest(
                fields.date("date"),
                fields.text("spendId"),
                fields.fen("amountFen", 1),
                fields.choice("use", Use.class),
                fields.text("providerId"),
                region,
                basis == null ? OutOfRegionBasis.NONE : basis,
                fields.truth("authenticated", true),
                fields.optionalObject("detail"),
                AccountId.parse(fields.text("accountId")).regionCode());
    }

    String region() {
        return providerRegion == null ? ownRegion : providerRegion;
    }

    /** The business key of such a spend (rulebook 5.3). */
    static String key(String spendId) {
        return "spend/" + spendId;
    }

    @Override
    public String businessKey() {
        return key(spendId);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("date", date);
        content.put("spendId", spendId);
        content.put("amountFen", amountFen);
        content.put("use", use);
        content.put("providerId", providerId);
        content.put("providerRegion", region());
        content.put("outOfRegionBasis", outOfRegionBasis);
        content.put("authenticated", authenticated);
        content.put("detail", JsonTree.canonical(detail));
        return content;
    }
}
