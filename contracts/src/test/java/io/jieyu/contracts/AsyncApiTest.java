package io.jieyu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class AsyncApiTest {

    private final JsonNode document = ContractFiles.asyncApi();

    @Test
    void isADocumentOfAsyncApi3() {
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(Validation.ofAsyncApi(document)).isEmpty();
    }

    @Test
    void saysWhatTheCodeSays() {
        assertThat(AsyncApiDifferences.in(document)).isEmpty();
    }

    @Test
    void describesEveryChannelMessageAndOperation() {
        assertThat(document.path("channels").valueStream())
                .allSatisfy(channel ->
                        assertThat(channel.path("description").asString("")).isNotBlank());
        assertThat(document.at("/components/messages").valueStream())
                .allSatisfy(
                        message -> assertThat(message.path("summary").asString("")).isNotBlank());
        assertThat(document.path("operations").valueStream())
                .allSatisfy(operation ->
                        assertThat(operation.path("summary").asString("")).isNotBlank());
    }

    @Test
    void catchesADocumentThatIsNotOfAsyncApi3() {
        ((ObjectNode) document.path("operations").path("policyService.readTables"))
                .put("action", "publish");
        assertThat(Validation.ofAsyncApi(document)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("plantedDifferences")
    void catchesWhatDiffers(Planted planted) {
        set(document, planted.pointer(), planted.value());
        assertThat(AsyncApiDifferences.in(document))
                .anySatisfy(found -> assertThat(found).startsWith(planted.found()));
    }

    static Stream<Planted> plantedDifferences() {
        String inbox = "/channels/accountInbox";
        String kafka = inbox + "/bindings/kafka";
        String line = "/components/messages/contributionReceived";
        return Stream.of(
                new Planted(inbox, null, "channels: addresses"),
                new Planted(inbox + "/address", "jieyu.account.inbox.v2", "channels: addresses"),
                new Planted(kafka + "/partitions", 11, "jieyu.account.inbox.v1: partitions"),
                new Planted(
                        kafka + "/topicConfiguration/retention.ms",
                        604_800_000,
                        "jieyu.account.inbox.v1: configuration"),
                new Planted(
                        "/channels/policyTables/bindings/kafka/topicConfiguration/cleanup.policy",
                        List.of("delete"),
                        "jieyu.policy.tables.v1: configuration"),
                new Planted(
                        inbox + "/messages/policyPublished",
                        null,
                        "jieyu.account.inbox.v1: messages"),
                new Planted(line + "/name", "jieyu.contribution.received.v2", "messages: names"),
                new Planted(
                        line + "/payload/schema/$ref",
                        "schemas/jieyu.policy.table.v1.schema.json",
                        "jieyu.contribution.received.v1: payload"),
                new Planted(
                        line + "/payload/schema/$ref",
                        "schemas/nowhere.schema.json",
                        "#" + line + "/payload/schema: leads to a file"),
                new Planted(line + "/bindings", null, "jieyu.contribution.received.v1: key"),
                new Planted(
                        "/components/schemas/headers/properties/ce_subject",
                        null,
                        "headers: names"),
                new Planted(
                        "/operations/policyService.readTables/channel/$ref",
                        "#/channels/policyTable",
                        "#/operations/policyService.readTables/channel: leads to a place"),
                new Planted(
                        "/operations/accountService.reply",
                        null,
                        "operations: messages that a service sends or receives"),
                new Planted(
                        "/operations/accountService.reply/tags",
                        List.of("billing-service"),
                        "accountService.reply: a service of this project"));
    }

    /**
     * A change of the document that must not pass.
     *
     * @param value null takes the field away
     * @param found how a difference that is found begins
     */
    record Planted(String pointer, Object value, String found) {
        @Override
        public String toString() {
            return pointer + " = " + value;
        }
    }

    private static void set(JsonNode document, String pointer, Object value) {
        int last = pointer.lastIndexOf('/');
        var parent = (ObjectNode) document.at(pointer.substring(0, last));
        String field = pointer.substring(last + 1);
        assertThat(parent.has(field)).as(pointer).isTrue();
        switch (value) {
            case null -> parent.remove(field);
            case Integer number -> parent.put(field, number);
            case List<?> list -> {
                ArrayNode array = parent.putArray(field);
                list.forEach(one -> array.add(node(one)));
            }
            default -> parent.set(field, node(value));
        }
    }

    private static JsonNode node(Object value) {
        return value == null ? NullNode.getInstance() : StringNode.valueOf(value.toString());
    }
}
