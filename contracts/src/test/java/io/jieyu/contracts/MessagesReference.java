package io.jieyu.contracts;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The page for readers, made of the AsyncAPI document, the schemas and the samples. */
final class MessagesReference {

    private static final String TOP =
            """
            # Messages

            <!-- Generated from contracts/ by MessagesReferenceTest; to change it, change the schemas, asyncapi.yaml or the
                 samples, then: mvn -pl contracts -am test -Dtest=MessagesReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Djieyu.approve=true -->

            """;

    private static final String HEADERS =
            """

            ## Headers

            | header | | meaning |
            | --- | --- | --- |
            """;

    private final JsonNode document;
    private final Function<MessageType, JsonNode> schemas;
    private final Function<MessageType, JsonNode> samples;
    private final StringBuilder page = new StringBuilder();

    private MessagesReference(
            JsonNode document,
            Function<MessageType, JsonNode> schemas,
            Function<MessageType, JsonNode> samples) {
        this.document = document;
        this.schemas = schemas;
        this.samples = samples;
    }

    static String of(
            JsonNode document,
            Function<MessageType, JsonNode> schemas,
            Function<MessageType, JsonNode> samples) {
        var reference = new MessagesReference(document, schemas, samples);
        reference.top();
        Arrays.stream(Topic.values()).forEach(reference::topic);
        return reference.page.toString();
    }

    private void top() {
        page.append(TOP).append(text(document.path("info"), "description")).append(HEADERS);
        JsonNode headers = document.at("/components/schemas/headers");
        fields(headers, "").forEach(page::append);
        page.append("\n## Topics\n\n| topic | for |\n| --- | --- |\n");
        for (Topic topic : Topic.values()) {
            page.append(
                    "| [%s](#%s) | %s |\n"
                            .formatted(
                                    topic.topicName(),
                                    topic.topicName().replace(".", ""),
                                    text(channel(topic), "title")));
        }
    }

    private void topic(Topic topic) {
        JsonNode channel = channel(topic);
        JsonNode kafka = channel.path("bindings").path("kafka");
        JsonNode config = kafka.path("topicConfiguration");
        page.append(
                "\n## %s\n\n%s.\n%s\n"
                        .formatted(
                                topic.topicName(),
                                text(channel, "title"),
                                text(channel, "description")));
        page.append("| | |\n| --- | --- |\n");
        row("partitions", partitions(topic));
        row("cleanup", config.path("cleanup.policy").path(0).asString());
        row("kept", retention(config.path("retention.ms").asLong()));
        row("largest value", config.path("max.message.bytes").asInt() / 1024 / 1024 + " MiB");
        row("sent by", services(topic, "send"));
        row("received by", services(topic, "receive"));
        Arrays.stream(MessageType.values())
                .filter(type -> type.topic() == topic)
                .forEach(this::message);
    }

    private void message(MessageType type) {
        JsonNode message = message(document.at("/components/messages").valueStream(), type);
        JsonNode schema = schemas.apply(type);
        page.append(
                "\n### %s — `%s`\n\n%s\n\nKey: %s\n\n"
                        .formatted(
                                text(message, "title"),
                                type.ceType(),
                                SchemaTable.description(schema),
                                message.at("/bindings/kafka/key/description").asString()));
        page.append("| field | type | meaning |\n| --- | --- | --- |\n");
        new SchemaTable(schema).rows().forEach(page::append);
        page.append("\n```json\n%s```\n".formatted(MessageJson.pretty(samples.apply(type))));
    }

    private static Stream<String> fields(JsonNode object, String prefix) {
        List<String> required = SchemaDifferences.texts(object.path("required"));
        return object.path("properties")
                .propertyStream()
                .map(field ->
                        "| `%s%s` | %s | %s |\n"
                                .formatted(
                                        prefix,
                                        field.getKey(),
                                        required.contains(field.getKey())
                                                ? "always"
                                                : "may be absent",
                                        SchemaTable.description(field.getValue())));
    }

    private void row(String name, String value) {
        page.append("| %s | %s |\n".formatted(name, value));
    }

    private String services(Topic topic, String action) {
        String services =
                document.path("operations")
                        .valueStream()
                        .filter(operation -> text(operation, "action").equals(action))
                        .filter(operation -> target(operation).equals(topic.topicName()))
                        .map(operation -> operation.at("/tags/0/name").asString())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return services.isEmpty() ? "others" : services;
    }

    private String target(JsonNode operation) {
        String reference = operation.at("/channel/$ref").asString();
        return text(document.at(reference.substring(1)), "address");
    }

    private JsonNode channel(Topic topic) {
        return document.path("channels")
                .valueStream()
                .filter(channel -> text(channel, "address").equals(topic.topicName()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode message(Stream<JsonNode> messages, MessageType type) {
        Optional<JsonNode> found =
                messages.filter(message -> text(message, "name").equals(type.ceType())).findFirst();
        return found.orElseThrow();
    }

    private static String partitions(Topic topic) {
        return topic.partitions(2) == 1
                ? "1"
                : "JIEYU_TOPICS_PARTITIONS, 12 unless set; fixed when the topic is made";
    }

    private static String retention(long millis) {
        return millis < 0 ? "for ever" : Duration.ofMillis(millis).toHours() + " hours";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
