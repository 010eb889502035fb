package io.jieyu.document;

import io.jieyu.ledger.policy.RegionDocument.Source;
import io.jieyu.ledger.policy.RegionDocument.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two versions, field by field: objects part by part, lists as a whole. That a
 * version says nothing of a field differs from its saying null.
 */
public final class CompareVersions {

    private CompareVersions() {}

    /**
     * One difference.
     *
     * @param field such as {@code lapse.graceMonths}
     * @param before as a document writes it; null with {@code hadBefore} false: says nothing
     */
    public record Difference(
            String field,
            boolean hadBefore,
            @Nullable Object before,
            boolean hasAfter,
            @Nullable Object after) {}

    /** What is different; empty when they say the same. */
    public static List<Difference> of(Version before, Version after) {
        var differences = new ArrayList<Difference>();
        compare("", before.upkeep(), after.upkeep(), differences);
        differences.removeIf(difference -> difference.field().equals("version"));
        compare("", before.document().fields(), after.document().fields(), differences);
        compare("source of ", sources(before), sources(after), differences);
        return List.copyOf(differences);
    }

    private static Map<String, Object> sources(Version version) {
        return version.provenance().stream()
                .collect(
                        Collectors.groupingBy(
                                Source::field,
                                LinkedHashMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(
                                                CompareVersions::source, Collectors.joining("; ")),
                                        Object.class::cast)));
    }

    private static String source(Source source) {
        return source.source() + " (" + source.grade() + ")";
    }

    private static void compare(
            String prefix, Map<?, ?> before, Map<?, ?> after, List<Difference> differences) {
        var keys = new LinkedHashSet<Object>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            Object one = before.get(key);
            Object other = after.get(key);
            boolean had = before.containsKey(key);
            boolean has = after.containsKey(key);
            if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
                compare(prefix + key + ".", left, right, differences);
            } else if (had != has || !Objects.equals(one, other)) {
                differences.add(new Difference(prefix + key, had, one, has, other));
            }
        }
    }
}
