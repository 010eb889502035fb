package io.jieyu.ledger.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy fields that one version sets, read and checked. A field that is absent says nothing, a
 * field that is null says "none": the first asks the next step of the fallback, the second ends it
 * (policy-format 1).
 */
public final class PolicyDocument {

    private static final Set<String> NAMES =
            Stream.concat(
                            PolicyField.ALL.stream().map(PolicyField::name),
                            FurtherFields.ALL.keySet().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<PolicyField<?>, Object> values;

    private PolicyDocument(Map<PolicyField<?>, Object> values) {
        this.values = values;
    }

    /** A document, or everything that is wrong with it. */
    public sealed interface Reading {

        record Valid(PolicyDocument document) implements Reading {}

        record Invalid(List<Problem> problems) implements Reading {}
    }

    /**
     * Reads a document with all its problems at once.
     *
     * @param tree the policy fields as a JSON tree
     */
    public static Reading read(Map<String, @Nullable Object> tree) {
        var problems = new ArrayList<Problem>();
        FieldReader.unknown(tree.keySet(), NAMES, new Spot("", tree, true, problems));
        var values = new HashMap<PolicyField<?>, Object>();
        for (PolicyField<?> field : PolicyField.ALL) {
            Object value = read(field.reader(), tree, field.name(), problems);
            if (value != null) {
                values.put(field, value);
            }
        }
        FurtherFields.ALL.forEach((name, reader) -> read(reader, tree, name, problems));
        var document = new PolicyDocument(values);
        FieldRules.check(document, tree, problems);
        return problems.isEmpty()
                ? new Reading.Valid(document)
                : new Reading.Invalid(List.copyOf(problems));
    }

    private static @Nullable Object read(
            FieldReader<?> reader,
            Map<String, @Nullable Object> tree,
            String name,
            List<Problem> problems) {
        return tree.containsKey(name) ? reader.read(Spot.of(tree, name, problems)) : null;
    }

    /** The value of the field; empty when the document says nothing of it. */
    @SuppressWarnings("unchecked") // each field's reader made the value
    public <T> Optional<T> value(PolicyField<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }
}
