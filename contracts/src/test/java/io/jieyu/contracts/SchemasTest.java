package io.jieyu.contracts;

import static io.jieyu.contracts.MessageType.CONTRIBUTION_RECEIVED;
import static io.jieyu.contracts.MessageType.CONTRIBUTION_SUBMITTED;
import static io.jieyu.contracts.MessageType.LEDGER_RECORDED;
import static io.jieyu.contracts.MessageType.REPLY_GIVEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {

    @Test
    void everyMessageHasASchemaAndEverySchemaAMessage() {
        assertThat(ContractFiles.names(ContractFiles.SCHEMAS))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MessageType.values())
                                .map(type -> type.ceType() + ".schema.json")
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatTheRecordSays(MessageType type) {
        assertThat(SchemaDifferences.between(type.record(), schema(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesItselfAndItsDialect(MessageType type) {
        JsonNode schema = schema(type);
        assertThat(schema.path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asString()).isEqualTo("urn:jieyu:schema:" + type.ceType());
        assertThat(schema.path("title").asString()).isEqualTo(type.record().getSimpleName());
        assertThat(Validation.ofSchemas(schema)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryField(MessageType type) {
        assertThat(undescribed(schema(type), type.ceType())).isEmpty();
    }

    @Test
    void passesALineOnWithTheFieldsItWasSubmittedWith() {
        JsonNode submitted = schema(CONTRIBUTION_SUBMITTED).path("properties");
        JsonNode received = schema(CONTRIBUTION_RECEIVED).path("properties");
        submitted
                .propertyStream()
                .forEach(field ->
                        assertThat(received.path(field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @MethodSource({"plantedDifferences", "plantedWords"})
    void catchesWhatDiffers(Planted planted) {
        JsonNode schema = schema(planted.type());
        planted.change().accept((ObjectNode) schema);
        assertThat(SchemaDifferences.between(planted.type().record(), schema))
                .singleElement()
                .asString()
                .startsWith(planted.found());
    }

    @Test
    void catchesASchemaThatIsNone() {
        ObjectNode schema = (ObjectNode) schema(CONTRIBUTION_SUBMITTED);
        schema.put("required", "accountId");
        assertThat(Validation.ofSchemas(schema)).isNotEmpty();
    }

    @Test
    void catchesAFieldWithoutDescription() {
        ObjectNode schema = (ObjectNode) schema(REPLY_GIVEN);
        field(schema, "sequence").remove("description");
        assertThat(undescribed(schema, "reply")).containsExactly("reply.sequence");
    }

    static Stream<Planted> plantedDifferences() {
        return Stream.of(
                new Planted(
                        "a field that the record does not have",
                        CONTRIBUTION_SUBMITTED,
                        schema -> properties(schema).putObject("bonusFen"),
                        "ContributionSubmitted: fields"),
                new Planted(
                        "a field that the schema lacks",
                        CONTRIBUTION_SUBMITTED,
                        schema -> properties(schema).remove("tier"),
                        "ContributionSubmitted: fields"),
                new Planted(
                        "another JSON type",
                        CONTRIBUTION_SUBMITTED,
                        schema -> field(schema, "baseFen").put("type", "string"),
                        "ContributionSubmitted.baseFen: type"),
                new Planted(
                        "a date that is any text",
                        CONTRIBUTION_SUBMITTED,
                        schema -> field(schema, "birthDate").remove("format"),
                        "ContributionSubmitted.birthDate: format"),
                new Planted(
                        "a month that is any text",
                        CONTRIBUTION_SUBMITTED,
                        schema -> field(schema, "period").remove("pattern"),
                        "ContributionSubmitted.period: pattern"),
                new Planted(
                        "a field that is no longer required",
                        CONTRIBUTION_SUBMITTED,
                        schema -> ((ArrayNode) schema.path("required")).remove(0),
                        "ContributionSubmitted: required"),
                new Planted(
                        "null where the record has none",
                        CONTRIBUTION_SUBMITTED,
                        schema ->
                                field(schema, "serial").putArray("type").add("string").add("null"),
                        "ContributionSubmitted.serial: null allowed"));
    }

    static Stream<Planted> plantedWords() {
        return Stream.of(
                new Planted(
                        "a refusal code too few, in a nested record",
                        REPLY_GIVEN,
                        schema -> words(schema, "/$defs/Refusal/properties/code/enum").remove(3),
                        "ReplyGiven.refusal.code: words"),
                new Planted(
                        "a ledger account too many, in a list",
                        LEDGER_RECORDED,
                        schema -> words(schema, "/$defs/Posting/properties/from/enum").add("GIFTS"),
                        "LedgerRecord.postings[].from: words"),
                new Planted(
                        "a reason of another name",
                        LEDGER_RECORDED,
                        schema ->
                                words(schema, "/$defs/Posting/properties/reason/enum").set(0, "X"),
                        "LedgerRecord.postings[].reason: words"),
                new Planted(
                        "an outcome too few",
                        LEDGER_RECORDED,
                        schema -> words(schema, "/properties/outcome/enum").remove(0),
                        "LedgerRecord.outcome: words"),
                new Planted(
                        "no room for later fields",
                        LEDGER_RECORDED,
                        schema -> schema.put("additionalProperties", false),
                        "LedgerRecord: additionalProperties"));
    }

    /**
     * A change of a schema that must not pass.
     *
     * @param found how the difference that is found begins
     */
    record Planted(String what, MessageType type, Consumer<ObjectNode> change, String found) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static JsonNode schema(MessageType type) {
        return ContractFiles.schema(type);
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static ObjectNode field(JsonNode schema, String name) {
        return (ObjectNode) properties(schema).path(name);
    }

    private static ArrayNode words(JsonNode schema, String pointer) {
        return (ArrayNode) schema.at(pointer);
    }

    private static List<String> undescribed(JsonNode schema, String at) {
        Stream<String> own =
                schema.path("properties")
                        .propertyStream()
                        .flatMap(field -> {
                            String name = at + "." + field.getKey();
                            boolean silent =
                                    field.getValue().path("description").asString("").isBlank();
                            return Stream.concat(
                                    silent ? Stream.of(name) : Stream.empty(),
                                    undescribed(field.getValue(), name).stream());
                        });
        Stream<String> nested =
                schema.path("$defs")
                        .propertyStream()
                        .flatMap(def ->
                                undescribed(def.getValue(), at + "#" + def.getKey()).stream());
        return Stream.concat(own, nested).toList();
    }
}
