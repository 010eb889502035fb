package io.jieyu.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.contracts.contribution.LineError;
import io.jieyu.ledger.Hash;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class JsonTest {

    record Sample(Hash hash, YearMonth month, long amountFen, String missing) {}

    @Test
    void writesHashesAsDigitsMonthsAsTextAndLeavesNullOut() {
        var sample = new Sample(Hash.ZERO, YearMonth.of(2025, 1), 5, null);
        String json = new String(Json.write(sample), UTF_8);
        assertThat(json)
                .isEqualTo(
                        "{\"hash\":\"%s\",\"month\":\"2025-01\",\"amountFen\":5}"
                                .formatted("0".repeat(64)));
        assertThat(Json.read(json.getBytes(UTF_8), Sample.class)).isEqualTo(sample);
    }

    @Test
    void readsTreesExactly() {
        Map<String, Object> tree = Json.tree("{\"a\":1,\"b\":1.10,\"c\":null}".getBytes(UTF_8));
        assertThat(tree)
                .containsEntry("a", 1L)
                .containsEntry("b", new BigDecimal("1.10"))
                .containsEntry("c", null);
    }

    @Test
    void ignoresFieldsThatAReaderDoesNotKnow() {
        var error =
                Json.read(
                        "{\"code\":\"X\",\"expected\":\"y\",\"later\":1}".getBytes(UTF_8),
                        LineError.class);
        assertThat(error).isEqualTo(new LineError("X", null, null, "y"));
    }

    @Test
    void refusesAKeyThatStandsTwiceAndWhatFollowsTheEnd() {
        assertThatThrownBy(() -> Json.tree("{\"a\":1,\"a\":2}".getBytes(UTF_8)))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.tree("{} {}".getBytes(UTF_8)))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.tree("[]".getBytes(UTF_8)))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesATextThatIsNoHash() {
        assertThatThrownBy(() ->
                        Json.read(
                                "{\"hash\":\"12\",\"amountFen\":1}".getBytes(UTF_8), Sample.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("64 hexadecimal digits");
    }
}
