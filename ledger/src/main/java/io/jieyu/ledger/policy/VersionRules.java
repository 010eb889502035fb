package io.jieyu.ledger.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of a version's own dates, and between the versions of a document. */
final class VersionRules {

    private VersionRules() {}

    static void dates(
            RegionDocument.Version version,
            List<Problem> problems,
            List<Problem> warnings,
            String place) {
        YearMonth from = version.effectiveFrom();
        if (from == null) {
            return;
        }
        LocalDate first = from.atDay(1);
        if (version.reviewBy() != null && version.reviewBy().isBefore(first)) {
            problems.add(
                    new Problem(
                            "reviewBy",
                            quoted(version.reviewBy()),
                            "a day not before effectiveFrom " + quoted(from)));
        }
        if (version.announcedOn() != null && version.announcedOn().isAfter(first)) {
            warnings.add(
                    new Problem(
                                    "announcedOn",
                                    quoted(version.announcedOn()),
                                    "not after "
                                            + quoted(first)
                                            + ", the first day of effectiveFrom")
                            .under(place));
        }
    }

    /** Each begins after the one before, only the first may have no beginning, names are unique. */
    static void inOrder(List<?> versions, List<Problem> problems) {
        var names = new HashMap<Object, Integer>();
        @Nullable YearMonth before = null;
        int beforeAt = -1;
        for (int i = 0; i < versions.size(); i++) {
            if (!(versions.get(i) instanceof Map<?, ?> version)) {
                continue;
            }
            Object name = version.get("version");
            Integer first = name == null ? null : names.putIfAbsent(name, i);
            if (first != null) {
                problems.add(
                        new Problem(
                                at(i, "version"),
                                quoted(String.valueOf(name)),
                                "a name that no other version has; versions["
                                        + first
                                        + "] has it"));
            }
            if (i > 0
                    && version.containsKey("effectiveFrom")
                    && version.get("effectiveFrom") == null) {
                problems.add(
                        new Problem(
                                at(i, "effectiveFrom"),
                                "null",
                                "a month; only versions[0] may hold from the beginning"));
            }
            YearMonth from = month(version.get("effectiveFrom"));
            if (from != null && before != null && !from.isAfter(before)) {
                problems.add(
                        new Problem(
                                at(i, "effectiveFrom"),
                                quoted(from),
                                String.format(
                                        Locale.ROOT,
                                        "a month after %s, where versions[%d] begins",
                                        quoted(before),
                                        beforeAt)));
            }
            if (from != null) {
                before = from;
                beforeAt = i;
            }
        }
    }

    private static String at(int version, String key) {
        return String.format(Locale.ROOT, "versions[%d].%s", version, key);
    }

    private static @Nullable YearMonth month(@Nullable Object value) {
        try {
            return value instanceof String text ? YearMonth.parse(text) : null;
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    private static String quoted(Object value) {
        return "\"" + value + "\"";
    }
}
