package io.jieyu.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The fields of a schema as rows of a Markdown table, nested ones under their path. */
final class SchemaTable {

    private final JsonNode schema;
    private final List<String> rows = new ArrayList<>();

    SchemaTable(JsonNode schema) {
        this.schema = schema;
    }

    List<String> rows() {
        fields(schema, "");
        return rows;
    }

    private void fields(JsonNode object, String prefix) {
        List<String> required = SchemaDifferences.texts(object.path("required"));
        boolean record = object.has("required");
        object.path("properties")
                .propertyStream()
                .forEach(field ->
                        field(field, prefix, record && !required.contains(field.getKey())));
    }

    private void field(Map.Entry<String, JsonNode> field, String prefix, boolean optional) {
        String name = prefix + field.getKey();
        JsonNode shape = shape(field.getValue());
        rows.add(
                "| `%s` | %s%s | %s%s |\n"
                        .formatted(
                                name,
                                type(field.getKey(), shape),
                                optional ? ", optional" : "",
                                description(field.getValue()),
                                words(shape)));
        if (shape.path("type").asString("").equals("array")) {
            fields(shape(shape.path("items")), name + "[].");
        } else {
            fields(shape, name + ".");
        }
    }

    /** Safe beside other cells, and with angle brackets that are seen. */
    static String description(JsonNode node) {
        return node.path("description").asString("").replace("|", "\\|").replace("<", "&lt;");
    }

    private String type(String name, JsonNode shape) {
        JsonNode type = shape.path("type");
        String json = type.isArray() ? type.path(0).asString() : type.asString("any");
        return switch (json) {
            case "string" -> text(shape);
            case "integer" -> name.endsWith("Fen") ? "fen" : "integer";
            case "boolean" -> "true or false";
            case "array" -> "list of " + type("", shape(shape.path("items")));
            default -> json;
        };
    }

    private static String text(JsonNode shape) {
        if (shape.path("format").asString("").equals("date")) {
            return "date";
        }
        if (shape.has("enum")) {
            return "word";
        }
        return shape.path("pattern").asString("").startsWith("^\\d{4}-") ? "month" : "text";
    }

    private static String words(JsonNode shape) {
        return shape.has("enum")
                ? SchemaDifferences.texts(shape.path("enum")).stream()
                        .map("`%s`"::formatted)
                        .collect(Collectors.joining(", ", "<br>One of ", "."))
                : "";
    }

    /** Behind a choice with null and a reference. */
    private JsonNode shape(JsonNode node) {
        JsonNode one = node.has("anyOf") ? node.path("anyOf").path(0) : node;
        String reference = one.path("$ref").asString("");
        return reference.isEmpty() ? one : schema.at(reference.substring(1));
    }
}
