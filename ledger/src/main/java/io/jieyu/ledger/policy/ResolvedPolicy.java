package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a region in a month, each field with the version that says it (policy-format 2).
 *
 * @param steps what the region, its province and the nation say for the month, in this order; not
 *     empty
 */
public record ResolvedPolicy(String regionCode, YearMonth month, List<PolicyVersion> steps) {

    /**
     * A field.
     *
     * @param value as the document writes it
     * @param from the version that sets it; null where nobody does and the default holds
     */
    public record Field(String name, @Nullable Object value, @Nullable PolicyVersion from) {}

    public ResolvedPolicy {
        steps = List.copyOf(steps);
    }

    /** The version that a posting names: the region's own, else the first step that has one. */
    public PolicyVersion applied() {
        return steps.getFirst();
    }

    /** Every field of the format, in its order. */
    public List<Field> fields() {
        return PolicyDocument.NAMES.stream().map(this::field).toList();
    }

    /** The value of a field as a document writes it; its default where nobody sets it. */
    public @Nullable Object value(String name) {
        return field(name).value();
    }

    private Field field(String name) {
        Optional<PolicyVersion> from = from(name);
        return new Field(
                name,
                from.isPresent()
                        ? from.get().document().fields().get(name)
                        : PolicyDocument.usual(name),
                from.orElse(null));
    }

    /** The version that sets the field. */
    Optional<PolicyVersion> from(String name) {
        return steps.stream()
                .filter(step -> step.document().fields().containsKey(name))
                .findFirst();
    }

    /** All fields that have a value or a default, as one document. */
    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Field field : fields()) {
            if (field.from() != null || field.value() != null) {
                tree.put(field.name(), field.value());
            }
        }
        return tree;
    }
}
