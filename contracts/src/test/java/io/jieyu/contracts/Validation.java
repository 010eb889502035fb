package io.jieyu.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What JSON Schema has to say against a value; empty when it is valid. */
final class Validation {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Validation() {}

    static List<String> of(JsonNode value, JsonNode schema) {
        return words(
                REGISTRY.getSchema(schema)
                        .validate(
                                value,
                                context ->
                                        context.executionConfig(
                                                config -> config.formatAssertionsEnabled(true))));
    }

    /** Whether a schema is one of draft 2020-12. */
    static List<String> ofSchemas(JsonNode schema) {
        return words(
                REGISTRY.getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema));
    }

    /** Whether a document is one of AsyncAPI 3.0. */
    static List<String> ofAsyncApi(JsonNode document) {
        try (var metaSchema = Validation.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            return words(
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(MessageJson.MAPPER.readTree(metaSchema))
                            .validate(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(List<Error> errors) {
        return errors.stream().map(Error::toString).toList();
    }
}
