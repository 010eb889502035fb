package io.jieyu.ledger.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy fields that one version sets, read and checked. A field that is absent says nothing, a
 * field that is null says "none": the first asks the next step of the fallback, the second ends it
 * (policy-format 1).
 */
public final class PolicyDocument {

    /** Every policy field of the format: those that rules read, then the others. */
    public static final List<String> NAMES =
            Stream.concat(
                            PolicyField.ALL.stream().map(PolicyField::name),
                            FurtherFields.ALL.keySet().stream())
                    .toList();

    private final Map<String, @Nullable Object> tree;
    private final Map<PolicyField<?>, Object> values;

    private PolicyDocument(Map<String, @Nullable Object> tree, Map<PolicyField<?>, Object> values) {
        this.tree = tree;
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
        PolicyDocument document = read(tree, problems);
        return problems.isEmpty()
                ? new Reading.Valid(document)
                : new Reading.Invalid(List.copyOf(problems));
    }

    /** What could be read, and the problems of what could not. */
    static PolicyDocument read(Map<String, @Nullable Object> tree, List<Problem> problems) {
        FieldReader.unknown(tree.keySet(), NAMES, new Spot("", tree, true, problems));
        var values = new HashMap<PolicyField<?>, Object>();
        for (PolicyField<?> field : PolicyField.ALL) {
            Object value = read(field.reader(), tree, field.name(), problems);
            if (value != null) {
                values.put(field, value);
            }
        }
        FurtherFields.ALL.forEach((name, reader) -> read(reader, tree, name, problems));
        var document =
                new PolicyDocument(Collections.unmodifiableMap(new LinkedHashMap<>(tree)), values);
        FieldRules.check(document, tree, problems);
        return document;
    }

    private static @Nullable Object read(
            FieldReader<?> reader,
            Map<String, @Nullable Object> tree,
            String name,
            List<Problem> problems) {
        return tree.containsKey(name) ? reader.read(Spot.of(tree, name, problems)) : null;
    }

    /** The fields as they are written, by name. */
    public Map<String, @Nullable Object> fields() {
        return tree;
    }

    /** The value of the field; empty when the document says nothing of it. */
    @SuppressWarnings("unchecked") // each field's reader made the value
    public <T> Optional<T> value(PolicyField<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }

    /**
     * The default of a field, as a document would write it (rulebook 6.22); null where the format
     * has none.
     */
    static @Nullable Object usual(String name) {
        return PolicyField.ALL.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(PolicyField::usual)
                .orElse(FurtherFields.USUAL.get(name));
    }
}
