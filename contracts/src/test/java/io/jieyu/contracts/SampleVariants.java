package io.jieyu.contracts;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Samples as an older or a newer sender would write them. */
final class SampleVariants {

    private SampleVariants() {}

    /** With a field that nobody knows yet in every object that is a record. */
    static JsonNode fromLaterSender(Class<? extends Record> type, JsonNode sample) {
        JsonNode copy = sample.deepCopy();
        var objects = new ArrayList<ObjectNode>();
        visit(type, copy, "", (path, object) -> objects.add(object), (path, object) -> {});
        objects.forEach(object -> object.putObject("fieldOfTomorrow").put("amountFen", 1));
        return copy;
    }

    /**
     * By the field that is left out: one variant for each field that may be absent and is there.
     */
    static Map<String, JsonNode> withOneFieldLess(Class<? extends Record> type, JsonNode sample) {
        var variants = new TreeMap<String, JsonNode>();
        List<String> paths = new ArrayList<>();
        visit(type, sample, "", (path, object) -> {}, (path, object) -> paths.add(path));
        for (String left : paths) {
            JsonNode copy = sample.deepCopy();
            visit(
                    type,
                    copy,
                    "",
                    (path, object) -> {},
                    (path, object) -> {
                        if (path.equals(left)) {
                            object.remove(path.substring(path.lastIndexOf('/') + 1));
                        }
                    });
            variants.put(left, copy);
        }
        return variants;
    }

    private static void visit(
            Class<?> type,
            JsonNode value,
            String at,
            BiConsumer<String, ObjectNode> record,
            BiConsumer<String, ObjectNode> optionalField) {
        var object = (ObjectNode) value;
        record.accept(at, object);
        for (RecordComponent field : type.getRecordComponents()) {
            JsonNode there = object.get(field.getName());
            if (there != null) {
                String path = at + "/" + field.getName();
                nested(field.getAnnotatedType(), there, path, record, optionalField);
                if (SchemaDifferences.mayBeAbsent(field.getAnnotatedType())) {
                    optionalField.accept(path, object);
                }
            }
        }
    }

    private static void nested(
            AnnotatedType type,
            JsonNode value,
            String at,
            BiConsumer<String, ObjectNode> record,
            BiConsumer<String, ObjectNode> optionalField) {
        if (type.getType() instanceof Class<?> raw && raw.isRecord() && value.isObject()) {
            visit(raw, value, at, record, optionalField);
        } else if (value.isArray() && type instanceof AnnotatedParameterizedType list) {
            for (int i = 0; i < value.size(); i++) {
                AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
                nested(element, value.get(i), at + "/" + i, record, optionalField);
            }
        }
    }
}
