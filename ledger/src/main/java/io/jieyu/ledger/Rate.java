package io.jieyu.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A rate as the rulebook writes it: a decimal fraction with at most 6 places, kept in millionths
 * (R6, rulebook 1.5).
 *
 * @param millionths the rate times 1 000 000, not negative
 */
public record Rate(long millionths) {

    public static final Rate ZERO = new Rate(0);

    private static final long ONE = 1_000_000;
    private static final int PLACES = 6;

    public Rate {
        if (millionths < 0) {
            throw new IllegalArgumentException(
                    "rate: " + millionths + " millionths (expected: >= 0)");
        }
    }

    /**
     * Reads a decimal string such as {@code "0.02"}.
     *
     * @throws IllegalArgumentException when it is no plain decimal number, negative, or has more
     *     than 6 places
     */
    public static Rate of(String decimal) {
        if (!decimal.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException(
                    "rate: \""
                            + decimal
                            + "\" (expected: a decimal fraction with at most 6 places)");
        }
        return new Rate(new BigDecimal(decimal).movePointRight(PLACES).longValueExact());
    }

    /**
     * The share of {@code fen} at this rate, rounded half up to the fen: {@code HALF_UP(fen × R6 /
     * 1 000 000)}.
     *
     * @param fen not negative: the book never rounds a negative number
     */
    public long of(long fen) {
        return of(fen, ONE);
    }

    /**
     * The share of {@code fen} at this rate, divided by {@code divisor}: interest divides by 12 000
     * 000.
     */
    public long of(long fen, long divisor) {
        return halfUp(fen, millionths, divisor);
    }

    private static long halfUp(long factor, long by, long divisor) {
        if (factor < 0) {
            throw new IllegalArgumentException(
                    "fen: " + factor + " (expected: >= 0, HALF_UP of a negative)");
        }
        if (Math.multiplyHigh(factor, by) == 0
                && factor * by >= 0
                && factor * by <= Long.MAX_VALUE / 4) {
            return (2 * factor * by + divisor) / (2 * divisor);
        }
        BigInteger d = BigInteger.valueOf(divisor);
        return BigInteger.valueOf(factor)
                .multiply(BigInteger.valueOf(by))
                .shiftLeft(1)
                .add(d)
                .divide(d.shiftLeft(1))
                .longValueExact();
    }

    /** As written in documents and formulas: {@code 0.02}. */
    @Override
    public String toString() {
        long fraction = millionths % ONE;
        if (fraction == 0) {
            return Long.toString(millionths / ONE);
        }
        String digits = Long.toString(ONE + fraction);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return millionths / ONE + "." + digits.substring(1, end);
    }
}
