package io.jieyu.codec;

import io.jieyu.ledger.Hash;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a hash from its 64 hexadecimal digits. */
final class HashReader extends StdDeserializer<Hash> {

    HashReader() {
        super(Hash.class);
    }

    @Override
    public Hash deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getString();
        try {
            return Hash.parse(text);
        } catch (IllegalArgumentException e) {
            return (Hash)
                    context.handleWeirdStringValue(
                            Hash.class, text, "64 hexadecimal digits expected");
        }
    }
}
