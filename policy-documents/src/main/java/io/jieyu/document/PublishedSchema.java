package io.jieyu.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of policy documents, by which an editor completes and checks. */
public final class PublishedSchema {

    private PublishedSchema() {}

    public static String text() {
        try (InputStream schema =
                PublishedSchema.class.getResourceAsStream("policy-document.schema.json")) {
            if (schema == null) {
                throw new IllegalStateException("policy-document.schema.json is not in the jar");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree() {
        return JsonMapper.shared().readTree(text());
    }
}
