package io.jieyu.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jieyu.ledger.Hash;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The JSON form of messages: dates as ISO texts, null left out, unknown fields ignored by readers
 * (fields are only ever added), whole numbers in trees as Long and others as BigDecimal.
 */
public final class Json {

    /** For records; also what the services answer over HTTP. */
    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion
                                    .withValueInclusion(JsonInclude.Include.NON_NULL)
                                    .withContentInclusion(JsonInclude.Include.ALWAYS))
                    .addModule(
                            new SimpleModule("jieyu")
                                    .addSerializer(Hash.class, ToStringSerializer.instance)
                                    .addDeserializer(Hash.class, new HashReader()))
                    .build();

    private static final TypeReference<Map<String, @Nullable Object>> TREE =
            new TypeReference<>() {};

    private Json() {}

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Reads a record.
     *
     * @throws JacksonException when the value is no such record
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /**
     * Reads an object as a tree.
     *
     * @throws JacksonException when the value is no JSON object, or holds a key twice
     */
    public static Map<String, @Nullable Object> tree(byte[] json) {
        return MAPPER.readValue(json, TREE);
    }
}
