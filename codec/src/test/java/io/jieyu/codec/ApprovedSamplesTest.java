package io.jieyu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.contracts.MessageType;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** The mapper of the services reads and writes what the contracts have approved. */
class ApprovedSamplesTest {

    @ParameterizedTest
    @EnumSource
    void readsTheSampleAndWritesItAgainAsItStood(MessageType type) throws IOException {
        byte[] sample = sample(type);
        assertThat(Json.MAPPER.readTree(Json.write(Json.read(sample, type.record()))))
                .isEqualTo(Json.MAPPER.readTree(sample));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatALaterSenderWrites(MessageType type) throws IOException {
        byte[] sample = sample(type);
        var later = (ObjectNode) Json.MAPPER.readTree(sample);
        later.putObject("fieldOfTomorrow").put("amountFen", 1);
        assertThat((Object) Json.read(Json.write(later), type.record()))
                .isEqualTo(Json.read(sample, type.record()));
    }

    private static byte[] sample(MessageType type) throws IOException {
        String name = "samples/" + type.ceType() + ".json";
        try (var stream = MessageType.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }
}
