package io.jieyu.ledger;

import java.util.Locale;

/**
 * Names one personal account for ever: {@code "<regionCode>-<personId>"} (rulebook 4.1).
 *
 * @param regionCode pooling area (统筹地区), six digits of GB/T 2260
 * @param personId insured person (参保人), as the sender names the person: 1 to 64 characters without
 *     blanks
 */
public record AccountId(String regionCode, String personId) {

    public static final String EXPECTED = "\"<six digits>-<person id>\"";

    private static final int REGION_DIGITS = 6;
    private static final int MAX_PERSON_ID = 64;

    public AccountId {
        if (!isRegionCode(regionCode) || !isPersonId(personId, 0)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "accountId: \"%s-%s\" (expected: %s)",
                            regionCode,
                            personId,
                            EXPECTED));
        }
    }

    /** Whether the text is a division code of six digits. */
    public static boolean isRegionCode(String text) {
        return text.length() == REGION_DIGITS && startsWithDigits(text);
    }

    /** Whether {@link #parse} accepts the text. */
    public static boolean isValid(String text) {
        return text.length() > REGION_DIGITS
                && startsWithDigits(text)
                && text.charAt(REGION_DIGITS) == '-'
                && isPersonId(text, REGION_DIGITS + 1);
    }

    private static boolean startsWithDigits(String text) {
        for (int i = 0; i < REGION_DIGITS; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPersonId(String text, int from) {
        int length = text.length() - from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c <= '~';
            if (!plain && (Character.isWhitespace(c) || Character.isISOControl(c))) {
                return false;
            }
        }
        return length > 0 && length <= MAX_PERSON_ID;
    }

    /**
     * Reads {@code "110000-P1"}.
     *
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static AccountId parse(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "accountId: \"%s\" (expected: %s)", text, EXPECTED));
        }
        return new AccountId(text.substring(0, REGION_DIGITS), text.substring(REGION_DIGITS + 1));
    }

    @Override
    public String toString() {
        return regionCode + '-' + personId;
    }
}
