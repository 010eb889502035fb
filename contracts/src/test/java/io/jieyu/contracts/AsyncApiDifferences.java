package io.jieyu.contracts;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * In what the AsyncAPI document and the code disagree: channels and topics, messages and types,
 * headers and CloudEvents, and references that lead nowhere.
 */
final class AsyncApiDifferences {

    /** What the document says of topics with a partition count that the operator sets. */
    static final int USUAL_PARTITIONS = 12;

    private final JsonNode document;
    private final List<String> found = new ArrayList<>();

    private AsyncApiDifferences(JsonNode document) {
        this.document = document;
    }

    static List<String> in(JsonNode document) {
        var differences = new AsyncApiDifferences(document);
        differences.references(document, "#");
        differences.channels();
        differences.messages();
        differences.headers();
        differences.operations();
        return differences.found;
    }

    private void references(JsonNode node, String at) {
        String reference = node.path("$ref").asString("");
        if (reference.startsWith("#")) {
            expect(at, "leads to a place", true, !follow(node).isMissingNode());
        } else if (!reference.isEmpty()) {
            boolean there = Files.exists(ContractFiles.ASYNC_API.resolveSibling(reference));
            expect(at, "leads to a file", true, there);
        }
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(one -> references(one.getValue(), at + "/" + one.getKey()));
        } else if (node.isArray()) {
            node.valueStream().forEach(one -> references(one, at + "[]"));
        }
    }

    private void channels() {
        Map<String, JsonNode> channels =
                document.path("channels")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        channel -> channel.path("address").asString(""),
                                        channel -> channel,
                                        (first, second) -> second,
                                        TreeMap::new));
        expect(
                "channels",
                "addresses",
                sorted(Arrays.stream(Topic.values()).map(Topic::topicName)),
                channels.keySet());
        for (Topic topic : Topic.values()) {
            JsonNode channel = channels.get(topic.topicName());
            if (channel != null) {
                channel(topic, channel);
            }
        }
    }

    private void channel(Topic topic, JsonNode channel) {
        JsonNode kafka = channel.path("bindings").path("kafka");
        String at = topic.topicName();
        expect(at, "topic", topic.topicName(), kafka.path("topic").asString(""));
        expect(
                at,
                "partitions",
                topic.partitions(USUAL_PARTITIONS),
                kafka.path("partitions").asInt(0));
        var config = new TreeMap<String, String>();
        kafka.path("topicConfiguration")
                .propertyStream()
                .forEach(one -> config.put(one.getKey(), plain(one.getValue())));
        expect(at, "configuration", new TreeMap<>(topic.config()), config);
        expect(
                at,
                "messages",
                sorted(types().filter(type -> type.topic() == topic).map(MessageType::ceType)),
                sorted(channel.path("messages").valueStream().map(one -> name(follow(one)))));
    }

    private void messages() {
        JsonNode messages = document.path("components").path("messages");
        expect(
                "messages",
                "names",
                sorted(types().map(MessageType::ceType)),
                sorted(messages.valueStream().map(AsyncApiDifferences::name)));
        messages.valueStream()
                .forEach(message -> {
                    String at = name(message);
                    expect(
                            at,
                            "payload",
                            "schemas/" + at + ".schema.json",
                            message.at("/payload/schema/$ref").asString(""));
                    expect(
                            at,
                            "headers",
                            "#/components/schemas/headers",
                            message.at("/headers/$ref").asString(""));
                    expect(
                            at,
                            "key",
                            "string",
                            message.at("/bindings/kafka/key/type").asString(""));
                    expect(
                            at,
                            "contentType",
                            CloudEvent.CONTENT_TYPE,
                            message.path("contentType").asString(""));
                });
    }

    private void headers() {
        JsonNode headers = document.at("/components/schemas/headers");
        expect(
                "headers",
                "names",
                sorted(
                        Arrays.stream(CloudEvent.class.getFields())
                                .filter(field -> field.getName().endsWith("_HEADER"))
                                .map(AsyncApiDifferences::constant)),
                sorted(headers.path("properties").propertyNames().stream()));
        expect(
                "headers",
                CloudEvent.SPEC_VERSION_HEADER,
                CloudEvent.SPEC_VERSION,
                headers.path("properties")
                        .path(CloudEvent.SPEC_VERSION_HEADER)
                        .path("const")
                        .asString(""));
    }

    private void operations() {
        var used = new TreeSet<String>();
        document.path("operations")
                .propertyStream()
                .forEach(operation -> {
                    String channel = operation.getValue().at("/channel/$ref").asString("");
                    operation
                            .getValue()
                            .path("messages")
                            .valueStream()
                            .forEach(message -> {
                                String reference = message.path("$ref").asString("");
                                expect(
                                        operation.getKey(),
                                        reference + " is of its channel",
                                        true,
                                        reference.startsWith(channel + "/messages/"));
                                used.add(name(follow(follow(message))));
                            });
                    String service = operation.getValue().at("/tags/0/name").asString("");
                    expect(
                            operation.getKey(),
                            "a service of this project",
                            true,
                            service.endsWith("-service")
                                    && Files.exists(
                                            ContractFiles.ROOT.resolve(service, "pom.xml")));
                });
        expect(
                "operations",
                "messages that a service sends or receives",
                sorted(types().map(MessageType::ceType)),
                used);
    }

    private JsonNode follow(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#") ? document.at(reference.substring(1)) : node;
    }

    private static Stream<MessageType> types() {
        return Arrays.stream(MessageType.values());
    }

    private static String name(JsonNode message) {
        return message.path("name").asString("");
    }

    private static String plain(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString();
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private void expect(String at, String what, Object ofCode, Object ofDocument) {
        if (!Objects.equals(ofCode, ofDocument)) {
            found.add("%s: %s: code %s, document %s".formatted(at, what, ofCode, ofDocument));
        }
    }
}
