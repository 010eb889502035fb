package io.jieyu.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jieyu.ledger.Hash;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The JSON form that the contract promises. The services have their own mapper; a test there reads
 * and writes the same samples.
 */
final class MessageJson {

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .addModule(
                            new SimpleModule("contracts")
                                    .addSerializer(Hash.class, ToStringSerializer.instance)
                                    .addDeserializer(Hash.class, new HashReader()))
                    .build();

    private MessageJson() {}

    static JsonNode tree(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    /** As the approved files stand: two blanks, one field a line. */
    static String pretty(JsonNode tree) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private static final class HashReader extends StdDeserializer<Hash> {

        HashReader() {
            super(Hash.class);
        }

        @Override
        public Hash deserialize(JsonParser parser, DeserializationContext context) {
            return Hash.parse(parser.getString());
        }
    }
}
