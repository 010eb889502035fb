package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.text;
import static io.jieyu.ledger.policy.FieldReader.word;

import io.jieyu.ledger.policy.RegionDocument.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every figure names its source (policy-format 1). */
final class ProvenanceRules {

    private static final List<String> GRADES = List.of("A", "B", "C", "S", "D");
    private static final List<String> KEYS =
            List.of("field", "source", "grade", "note", "illustrative");

    private ProvenanceRules() {}

    static FieldReader<Source> source() {
        return spot -> {
            if (!(spot.value() instanceof Map<?, ?> object)) {
                return spot.expected("an object of field, source, grade");
            }
            int before = spot.problems().size();
            FieldReader.unknown(object.keySet(), KEYS, spot);
            String field = text().read(spot.at("field"));
            String source = text().read(spot.at("source"));
            String grade = word(GRADES).read(spot.at("grade"));
            Spot note = spot.at("note");
            String written = note.present() ? text().read(note) : null;
            Spot illustrative = spot.at("illustrative");
            if (illustrative.present()) {
                illustrative.holds(
                        Boolean.TRUE.equals(illustrative.value()), "true, or no such key");
            }
            return field == null
                            || source == null
                            || grade == null
                            || spot.problems().size() > before
                    ? null
                    : new Source(field, source, grade, written, illustrative.present());
        };
    }

    /**
     * Every field has a source, and every source a field; sources that are otherwise wrong count,
     * so that one error is not told twice.
     */
    static void check(Map<String, @Nullable Object> written, List<Problem> problems) {
        if (!(written.get("provenance") instanceof List<?> sources)) {
            return;
        }
        var named = new ArrayList<String>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof Map<?, ?> source
                    && source.get("field") instanceof String field
                    && !field.isBlank()) {
                named.add(field);
                if (!isSet(field, written)) {
                    problems.add(ofNothing(i, field, written.keySet()));
                }
            }
        }
        for (Map.Entry<String, @Nullable Object> key : written.entrySet()) {
            String name = key.getKey();
            boolean needsOne =
                    PolicyDocument.NAMES.contains(name)
                            || (name.equals("effectiveFrom") && key.getValue() != null);
            if (needsOne && named.stream().noneMatch(field -> Source.speaksOf(field, name))) {
                problems.add(new Problem(name, "no provenance", "at least one entry for it"));
            }
        }
    }

    private static Problem ofNothing(int index, String field, Set<String> known) {
        String nearest = Nearest.to(field, known).map(name -> "; nearest: " + name).orElse("");
        return new Problem(
                "provenance[" + index + "].field",
                "\"" + field + "\"",
                "a field that this version sets, or a part of one" + nearest);
    }

    private static boolean isSet(String field, Map<String, @Nullable Object> written) {
        Object at = written;
        for (String key : field.split("\\.", -1)) {
            if (!(at instanceof Map<?, ?> object) || !object.containsKey(key)) {
                return false;
            }
            at = object.get(key);
        }
        return true;
    }
}
