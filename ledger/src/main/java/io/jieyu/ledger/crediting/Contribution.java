package io.jieyu.ledger.crediting;

import io.jieyu.ledger.Category;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Payer;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.account.AccountMessage;
import io.jieyu.ledger.account.PeriodRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contribution (缴费) with its fields read and its defaults filled in (rulebook 6.1).
 *
 * @param date the day on which the money was received
 * @param personalReceivedFen null = not told
 * @param businessKey of the type, the period and the serial (rulebook 5.3)
 */
public record Contribution(
        LocalDate date,
        Type type,
        YearMonth period,
        String serial,
        Category category,
        Tier tier,
        Payer payer,
        @Nullable String employerId,
        LocalDate birthDate,
        long baseFen,
        @Nullable Long personalReceivedFen,
        long employerReceivedFen,
        String businessKey)
        implements AccountMessage {

    public enum Type {
        /** Pays an open period. */
        REGULAR,
        /** Pays a closed period (补缴). */
        BACK_PAYMENT
    }

    private static final int CONTENT_FIELDS = 12;

    /** The categories that contribute. */
    public static final List<Category> CATEGORIES =
            List.of(Category.EMPLOYEE, Category.FLEXIBLE, Category.RESIDENT);

    /**
     * Reads the fields.
     *
     * @throws InvalidField at the first field that is not as rulebook 6.1 says
     */
    public static Contribution read(Fields fields) throws InvalidField {
        return read(fields, fields.date("date"));
    }

    /** Reads the fields of one that stands inside another message of that date. */
    public static Contribution read(Fields fields, LocalDate date) throws InvalidField {
        Type type = fields.choice("type", Type.class);
        YearMonth period = fields.month("period");
        String serial = fields.text("serial");
        Category category = fields.choice("category", CATEGORIES);
        Tier tier = tier(fields, category);
        Payer payer = fields.optionalChoice("payer", Payer.class);
        String employerId = fields.optionalText("employerId");
        LocalDate birthDate = fields.date("birthDate");
        long baseFen = fields.fen("baseFen", 0);
        if (category == Category.RESIDENT && baseFen != 0) {
            throw new InvalidField("baseFen", baseFen, "0, because category is RESIDENT");
        }
        Long personalReceivedFen = fields.optionalFen("personalReceivedFen", 0);
        Long employerReceivedFen = fields.optionalFen("employerReceivedFen", 0);
        return new Contribution(
                date,
                type,
                period,
                serial,
                category,
                tier,
                payer == null ? usualPayer(category) : payer,
                employerId,
                birthDate,
                baseFen,
                personalReceivedFen,
                employerReceivedFen == null ? 0 : employerReceivedFen,
                key(type, period, serial));
    }

    private static Tier tier(Fields fields, Category category) throws InvalidField {
        Tier tier = fields.optionalChoice("tier", Tier.class);
        if (tier == Tier.POOLED_ONLY && category != Category.FLEXIBLE) {
            throw new InvalidField(
                    "tier", "POOLED_ONLY", "POOLED_AND_ACCOUNT, because category is " + category);
        }
        return tier == null ? Tier.POOLED_AND_ACCOUNT : tier;
    }

    private static Payer usualPayer(Category category) {
        return category == Category.EMPLOYEE ? Payer.EMPLOYER : Payer.INDIVIDUAL;
    }

    /** The same contribution for another month. */
    public Contribution of(YearMonth otherPeriod) {
        return new Contribution(
                date,
                type,
                otherPeriod,
                serial,
                category,
                tier,
                payer,
                employerId,
                birthDate,
                baseFen,
                personalReceivedFen,
                employerReceivedFen,
                key(type, otherPeriod, serial));
    }

    public boolean isResident() {
        return category == Category.RESIDENT;
    }

    /** All money of the line; what was not told counts 0. */
    long receivedFen() {
        return Math.addExact(
                personalReceivedFen == null ? 0 : personalReceivedFen, employerReceivedFen);
    }

    /** The business key of such a contribution (rulebook 5.3). */
    public static String key(Type type, YearMonth period, String serial) {
        return type + "/" + period + "/" + serial;
    }

    /** The period's money came from this contribution. */
    PeriodRecord.Payment payment(boolean credited) {
        return new PeriodRecord.Payment(businessKey(), payer, credited);
    }

    YearMonth monthReceived() {
        return YearMonth.from(date);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        var content = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(CONTENT_FIELDS);
        content.put("date", date);
        content.put("type", type);
        content.put("period", period);
        content.put("serial", serial);
        content.put("category", category);
        content.put("tier", tier);
        content.put("payer", payer);
        content.put("employerId", employerId);
        content.put("birthDate", birthDate);
        content.put("baseFen", baseFen);
        content.put("personalReceivedFen", personalReceivedFen);
        content.put("employerReceivedFen", employerReceivedFen);
        return content;
    }
}
