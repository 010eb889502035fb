package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.number;
import static io.jieyu.ledger.policy.PolicyField.ordered;

import io.jieyu.ledger.policy.AgeBands.Band;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads bands: the first starts at 0, each where the one before ends, the last has no end
 * (policy-format 5).
 */
final class Bands {

    static final FieldReader.Check<AgeBands<?>> NOT_EMPTY =
            (bands, spot) -> {
                if (bands.bands().isEmpty()) {
                    spot.expected("at least one band");
                    return false;
                }
                return true;
            };

    private static final int OLDEST = 150;

    private Bands() {}

    static <T> FieldReader<AgeBands<T>> of(String figure, FieldReader<T> reader) {
        FieldReader<Band<T>> band =
                FieldReader.object(
                        ordered(
                                "minAge",
                                number(0, OLDEST),
                                "maxAgeExclusive",
                                number(1, OLDEST).map(Optional::of).orNull(Optional.empty()),
                                figure,
                                reader),
                        parts ->
                                new Band<>(
                                        parts.<Long>get("minAge"),
                                        parts.<Optional<Long>>get("maxAgeExclusive").orElse(null),
                                        parts.<T>get(figure)));
        return FieldReader.list(band).and(Bands::joined).map(AgeBands::new);
    }

    private static <T> boolean joined(List<Band<T>> bands, Spot spot) {
        int before = spot.problems().size();
        long next = 0;
        for (int i = 0; i < bands.size(); i++) {
            Band<T> band = bands.get(i);
            boolean last = i == bands.size() - 1;
            if (band.minAge() != next) {
                String why =
                        i == 0
                                ? "0, the first band starts at 0"
                                : next + ", where the band before it ends";
                tell(spot, i, "minAge", band.minAge(), why);
            }
            Long end = band.maxAgeExclusive();
            if (last && end != null) {
                tell(spot, i, "maxAgeExclusive", end, "null, the last band has no end");
            }
            if (!last && (end == null || end <= band.minAge())) {
                tell(spot, i, "maxAgeExclusive", end, "an age over " + band.minAge());
            }
            next = end == null ? band.minAge() + 1 : end;
        }
        return spot.problems().size() == before;
    }

    private static void tell(
            Spot spot, int band, String key, @Nullable Object value, String expected) {
        new Spot(
                        String.format(Locale.ROOT, "%s[%d].%s", spot.path(), band, key),
                        value,
                        true,
                        spot.problems())
                .expected(expected);
    }
}
