package io.jieyu.servicekit.web;

import io.jieyu.codec.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The body of a request as it came, before any of its fields is believed. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The fields of the object.
     *
     * @throws Problem INVALID_REQUEST when the body is none
     */
    public static Map<String, @Nullable Object> object(byte[] body) {
        try {
            Map<String, @Nullable Object> object = Json.tree(body);
            if (object != null) {
                return object;
            }
        } catch (JacksonException notJson) {
            // Answered below, as is a body that says null.
        }
        throw new Problem(
                ProblemCode.INVALID_REQUEST, "The body is no JSON object, or has a key twice.");
    }
}
