package io.jieyu.contracts;

import io.jieyu.ledger.Hash;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * In what a JSON Schema and the record behind it disagree: names and order of the fields, their
 * JSON types, whether they may be absent, and the words of enumerations, down to the last nested
 * record.
 */
final class SchemaDifferences {

    private static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";
    private static final String HASH = "^[0-9a-f]{64}$";

    private final JsonNode root;
    private final List<String> found = new ArrayList<>();

    private SchemaDifferences(JsonNode root) {
        this.root = root;
    }

    static List<String> between(Class<? extends Record> type, JsonNode schema) {
        var differences = new SchemaDifferences(schema);
        differences.record(type, schema, type.getSimpleName());
        return differences.found;
    }

    /** Whether a field may be absent. */
    static boolean mayBeAbsent(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private void record(Class<?> type, JsonNode schema, String at) {
        RecordComponent[] fields = type.getRecordComponents();
        expect(at, "type", "object", schema.path("type").asString(""));
        expect(
                at,
                "fields",
                Arrays.stream(fields).map(RecordComponent::getName).toList(),
                List.copyOf(schema.path("properties").propertyNames()));
        expect(
                at,
                "required",
                Arrays.stream(fields)
                        .filter(field -> !mayBeAbsent(field.getAnnotatedType()))
                        .map(RecordComponent::getName)
                        .toList(),
                texts(schema.path("required")));
        expect(
                at,
                "additionalProperties, for fields that come later",
                true,
                schema.path("additionalProperties").asBoolean(false));
        for (RecordComponent field : fields) {
            JsonNode value = schema.path("properties").path(field.getName());
            value(field.getAnnotatedType(), value, at + "." + field.getName());
        }
    }

    private void value(AnnotatedType type, JsonNode schema, String at) {
        if (schema.isMissingNode()) {
            return; // told by the names of the fields
        }
        Class<?> raw = raw(type.getType());
        if (raw != Object.class) {
            expect(at, "null allowed", mayBeAbsent(type), allowsNull(schema));
        }
        JsonNode shape = shape(schema);
        if (raw.isRecord() && raw != Hash.class) {
            record(raw, shape, at);
        } else {
            expect(at, "type", jsonType(raw), typeOf(shape));
            content(type, raw, shape, at);
        }
    }

    private void content(AnnotatedType type, Class<?> raw, JsonNode shape, String at) {
        if (raw == LocalDate.class) {
            expect(at, "format", "date", shape.path("format").asString(""));
        } else if (raw == Instant.class) {
            expect(at, "format", "date-time", shape.path("format").asString(""));
        } else if (raw == YearMonth.class) {
            expect(at, "pattern", MONTH, shape.path("pattern").asString(""));
        } else if (raw == Hash.class) {
            expect(at, "pattern", HASH, shape.path("pattern").asString(""));
        } else if (raw.isEnum()) {
            expect(at, "words", words(raw), texts(shape.path("enum")));
        } else if (raw == List.class) {
            value(argument(type, 0), shape.path("items"), at + "[]");
        } else if (raw == Map.class) {
            JsonNode further = shape.path("additionalProperties");
            if (raw(argument(type, 1).getType()) == Object.class) {
                expect(at, "additionalProperties", true, further.asBoolean(false));
            } else {
                value(argument(type, 1), further, at + ".*");
            }
        }
    }

    private static String jsonType(Class<?> raw) {
        if (raw == String.class
                || raw == LocalDate.class
                || raw == Instant.class
                || raw == YearMonth.class
                || raw == Hash.class
                || raw.isEnum()) {
            return "string";
        }
        if (raw == long.class || raw == Long.class || raw == int.class || raw == Integer.class) {
            return "integer";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "boolean";
        }
        if (raw == List.class) {
            return "array";
        }
        if (raw == Map.class) {
            return "object";
        }
        if (raw == Object.class) {
            return "any";
        }
        throw new IllegalStateException("no JSON type is agreed for " + raw);
    }

    private static String typeOf(JsonNode shape) {
        JsonNode type = shape.path("type");
        return type.isMissingNode()
                ? "any"
                : type.isArray()
                        ? String.join(
                                "|", texts(type).stream().filter(t -> !t.equals("null")).toList())
                        : type.asString();
    }

    private static boolean allowsNull(JsonNode schema) {
        boolean byChoice =
                schema.path("anyOf").valueStream().anyMatch(one -> typeOf(one).equals("null"));
        return byChoice || texts(schema.path("type")).contains("null");
    }

    /** The schema itself, behind a choice with null and a reference. */
    private JsonNode shape(JsonNode schema) {
        JsonNode one =
                schema.path("anyOf")
                        .valueStream()
                        .filter(choice -> choice.has("$ref"))
                        .findFirst()
                        .orElse(schema);
        String reference = one.path("$ref").asString("");
        return reference.isEmpty() ? one : root.at(reference.substring(1));
    }

    static List<String> words(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(word -> ((Enum<?>) word).name())
                .toList();
    }

    /** The texts of an array; nulls are left out. */
    static List<String> texts(JsonNode array) {
        return array.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private void expect(String at, String what, Object ofRecord, Object ofSchema) {
        if (!Objects.equals(ofRecord, ofSchema)) {
            found.add("%s: %s: record %s, schema %s".formatted(at, what, ofRecord, ofSchema));
        }
    }
}
