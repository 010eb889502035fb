package io.jieyu.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON values as trees: Map, List, String, Long, BigDecimal, Boolean, null. */
public final class JsonTree {

    private JsonTree() {}

    /**
     * The same value in the one form that all equal values have: keys sorted at every depth,
     * numbers without a fraction as whole ones. A null stays: in a document it is not absence.
     */
    public static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                object.forEach((key, inner) -> sorted.put((String) key, canonical(inner)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(JsonTree::canonical).toList();
            case BigDecimal number -> canonical(number);
            case null, default -> value;
        };
    }

    private static Object canonical(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        boolean whole = plain.scale() <= 0 && plain.precision() - plain.scale() < 19;
        return whole ? (Object) plain.longValueExact() : plain;
    }
}
