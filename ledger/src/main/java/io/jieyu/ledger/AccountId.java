package io.jieyu.ledger;

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
        if (!isRegionCode(regionCode) || !isPersonId(personId)) {
            throw new IllegalArgumentException(
                    "accountId: \"%s-%s\" (expected: %s)"
                            .formatted(regionCode, personId, EXPECTED));
        }
    }

    /** Whether the text is a division code of six digits. */
    public static boolean isRegionCode(String text) {
        return text.length() == REGION_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether {@link #parse} accepts the text. */
    public static boolean isValid(String text) {
        return text.length() > REGION_DIGITS
                && text.charAt(REGION_DIGITS) == '-'
                && isRegionCode(text.substring(0, REGION_DIGITS))
                && isPersonId(text.substring(REGION_DIGITS + 1));
    }

    private static boolean isPersonId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_PERSON_ID
                && text.chars()
                        .noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /**
     * Reads {@code "110000-P1"}.
     *
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static AccountId parse(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "accountId: \"%s\" (expected: %s)".formatted(text, EXPECTED));
        }
        return new AccountId(text.substring(0, REGION_DIGITS), text.substring(REGION_DIGITS + 1));
    }

    @Override
    public String toString() {
        return regionCode + '-' + personId;
    }
}
