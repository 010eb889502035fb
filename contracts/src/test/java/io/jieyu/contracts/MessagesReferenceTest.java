package io.jieyu.contracts;

import static io.jieyu.contracts.MessageType.CONTRIBUTION_SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MessagesReferenceTest {

    private static final Path PAGE = ContractFiles.ROOT.resolve("docs/reference/messages.md");

    @Test
    void thePageIsThatOfTheContract() {
        Approved.BY_SWITCH.holds(PAGE, page(ContractFiles.asyncApi()));
    }

    @Test
    void namesEveryTopicMessageAndField() {
        String page = page(ContractFiles.asyncApi());
        assertThat(Arrays.stream(Topic.values()).map(topic -> "## " + topic.topicName()))
                .allSatisfy(heading -> assertThat(page).contains(heading));
        for (MessageType type : MessageType.values()) {
            assertThat(page).contains("`" + type.ceType() + "`");
            assertThat(ContractFiles.schema(type).path("properties").propertyNames())
                    .allSatisfy(field -> assertThat(page).contains("| `" + field + "` |"));
        }
    }

    @Test
    void changesWithTheDocumentTheSchemasAndTheSamples() {
        String page = page(ContractFiles.asyncApi());
        JsonNode otherDocument = ContractFiles.asyncApi();
        ((ObjectNode) otherDocument.at("/channels/accountLedger")).put("title", "Another");
        assertThat(page(otherDocument)).isNotEqualTo(page);

        ObjectNode otherSchema = (ObjectNode) ContractFiles.schema(CONTRIBUTION_SUBMITTED);
        ((ObjectNode) otherSchema.at("/properties/baseFen")).put("description", "Another");
        assertThat(
                        MessagesReference.of(
                                ContractFiles.asyncApi(),
                                type ->
                                        type == CONTRIBUTION_SUBMITTED
                                                ? otherSchema
                                                : ContractFiles.schema(type),
                                MessagesReferenceTest::sample))
                .isNotEqualTo(page);

        assertThat(
                        MessagesReference.of(
                                ContractFiles.asyncApi(),
                                ContractFiles::schema,
                                type -> MessageJson.MAPPER.createObjectNode()))
                .isNotEqualTo(page);
    }

    private static String page(JsonNode document) {
        return MessagesReference.of(document, ContractFiles::schema, MessagesReferenceTest::sample);
    }

    private static JsonNode sample(MessageType type) {
        return MessageJson.tree(Samples.of(type));
    }
}
