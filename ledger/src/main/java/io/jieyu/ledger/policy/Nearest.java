package io.jieyu.ledger.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that somebody probably meant. */
final class Nearest {

    private static final int SHARE = 2;
    private static final int LEAST_BEGINNING = 2;

    private Nearest() {}

    /**
     * The known name with the fewest changed letters, if at most half of the letters are changed;
     * else the one with the longest beginning in common. Of a single name nobody is in doubt.
     */
    static Optional<String> to(String unknown, Collection<String> known) {
        if (known.size() < 2) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(unknown, name) <= name.length() / SHARE)
                .min(Comparator.comparingInt(name -> distance(unknown, name)))
                .or(() ->
                        known.stream()
                                .filter(name -> beginning(unknown, name) >= LEAST_BEGINNING)
                                .max(Comparator.comparingInt(name -> beginning(unknown, name))));
    }

    private static int beginning(String unknown, String name) {
        int common = 0;
        while (common < Math.min(unknown.length(), name.length())
                && unknown.charAt(common) == name.charAt(common)) {
            common++;
        }
        return common;
    }

    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
