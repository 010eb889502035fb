package io.jieyu.contribution.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.codec.Json;
import io.jieyu.contracts.MessageType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The codes of the intake are those that the schema of rejected lines promises. */
class PublishedCodesTest {

    @Test
    void areThoseOfTheSchemaInTheirOrder() throws IOException {
        String name = "schemas/" + MessageType.CONTRIBUTION_REJECTED.ceType() + ".schema.json";
        try (var schema = MessageType.class.getResourceAsStream(name)) {
            JsonNode codes =
                    Json.MAPPER
                            .readTree(Objects.requireNonNull(schema, name))
                            .at("/$defs/LineError/properties/code/enum");
            assertThat(codes.valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(
                            Arrays.stream(IntakeCode.values()).map(IntakeCode::name).toList());
        }
    }
}
