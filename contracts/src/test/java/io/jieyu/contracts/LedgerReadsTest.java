package io.jieyu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the schemas of an account's messages promise, against what the ledger reads. */
class LedgerReadsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> WRONG =
            List.of(
                    NODES.numberNode(-1L),
                    NODES.numberNode(0.5),
                    NODES.stringNode(""),
                    NODES.stringNode("nonsense"),
                    NODES.booleanNode(true),
                    NODES.arrayNode(),
                    NODES.objectNode());

    static Stream<MessageType> ofAccounts() {
        return Arrays.stream(MessageType.values())
                .filter(type -> type.kind().isPresent())
                .filter(type -> ContractFiles.sample(type).path("accountId").isString());
    }

    @ParameterizedTest
    @MethodSource("ofAccounts")
    void readsTheSample(MessageType type) {
        assertThat(unread(type, ContractFiles.sample(type))).isNull();
    }

    @ParameterizedTest
    @MethodSource("ofAccounts")
    void offersTheWordsThatTheLedgerReads(MessageType type) {
        JsonNode properties = ContractFiles.schema(type).path("properties");
        properties
                .propertyStream()
                .filter(field -> field.getValue().path("enum").isArray())
                .forEach(field -> {
                    var wrong = (ObjectNode) ContractFiles.sample(type);
                    wrong.put(field.getKey(), "NO_SUCH_WORD");
                    List<String> words = SchemaDifferences.texts(field.getValue().path("enum"));
                    assertThat(unread(type, wrong))
                            .as(field.getKey())
                            .extracting(Refusal::field, Refusal::expected)
                            .containsExactly(field.getKey(), "one of " + String.join(", ", words));
                });
    }

    @ParameterizedTest
    @MethodSource("ofAccounts")
    void refusesInTheSchemaWhatTheLedgerCannotRead(MessageType type) {
        JsonNode schema = ContractFiles.schema(type);
        Map<String, JsonNode> unread = new TreeMap<>(mutants(type));
        unread.values().removeIf(mutant -> unread(type, mutant) == null);
        assertThat(unread).containsKey("date=\"nonsense\"");
        assertThat(unread)
                .allSatisfy(
                        (what, mutant) -> assertThat(Validation.of(mutant, schema)).isNotEmpty());
    }

    /** By what was done to it: the sample with one field of the schema left out or made wrong. */
    private static Map<String, JsonNode> mutants(MessageType type) {
        var mutants = new TreeMap<String, JsonNode>();
        JsonNode sample = ContractFiles.sample(type);
        JsonNode schema = ContractFiles.schema(type);
        mutate(schema, sample, wrong -> wrong, mutants);
        schema.path("$defs")
                .propertyStream()
                .filter(def -> sample.path(def.getKey().toLowerCase(Locale.ROOT)).isObject())
                .forEach(def -> {
                    String field = def.getKey().toLowerCase(Locale.ROOT);
                    mutate(
                            def.getValue(),
                            sample.path(field),
                            wrong -> ((ObjectNode) sample.deepCopy()).set(field, wrong),
                            mutants);
                });
        return mutants;
    }

    private static void mutate(
            JsonNode schema,
            JsonNode sample,
            UnaryOperator<JsonNode> inMessage,
            Map<String, JsonNode> mutants) {
        for (String field : schema.path("properties").propertyNames()) {
            if (field.equals("accountId")) {
                continue; // the message's key, compared with it and not read
            }
            for (JsonNode wrong : WRONG) {
                var mutant = ((ObjectNode) sample.deepCopy()).set(field, wrong);
                mutants.put(field + "=" + wrong, inMessage.apply(mutant));
            }
            var mutant = ((ObjectNode) sample.deepCopy()).without(field);
            mutants.put(field + " left out", inMessage.apply(mutant));
        }
    }

    /** Why the ledger cannot read a message; null when it can, whatever it then decides. */
    private static @Nullable Refusal unread(MessageType type, JsonNode value) {
        Refusal refusal =
                new LedgerOfSamples()
                        .decide(value.path("accountId").asString(), "sample", type, value)
                        .answer()
                        .refusal();
        return refusal != null && refusal.code() == RefusalCode.INVALID_FIELD ? refusal : null;
    }
}
