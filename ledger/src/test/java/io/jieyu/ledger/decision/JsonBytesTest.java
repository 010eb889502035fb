package io.jieyu.ledger.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.decision.JsonBytes.Name;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JsonBytesTest {

    @Property
    void a_number_is_written_as_java_writes_it(@ForAll long number) {
        assertThat(written(number)).isEqualTo("{\"v\":" + number + "}");
        var json = new JsonBytes();
        json.beginObject();
        json.field(new Name("v"), number);
        json.endObject();
        assertThat(text(json)).isEqualTo("{\"v\":" + number + "}");
    }

    @Example
    void the_ends_of_the_numbers_too() {
        for (long number : new long[] {0, 9, 10, 99, 100, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            assertThat(written(number)).isEqualTo("{\"v\":" + number + "}");
        }
    }

    @Property
    void a_date_and_a_month_are_written_as_iso_8601_writes_them(
            @ForAll @IntRange(min = -1_000_000, max = 4_000_000) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        assertThat(written(date)).isEqualTo("{\"v\":\"" + date + "\"}");
        assertThat(written(YearMonth.from(date)))
                .isEqualTo("{\"v\":\"" + YearMonth.from(date) + "\"}");
    }

    @Property
    void only_what_must_be_is_escaped_in_a_text(@ForAll String text) {
        var expected = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                expected.append('\\').append(c);
            } else if (c < ' ') {
                expected.append("\\u%04x".formatted((int) c));
            } else {
                expected.append(c);
            }
        }
        // a lone surrogate has no form in UTF-8: both sides make the same of it
        assertThat(written(text))
                .isEqualTo(new String(("{\"v\":\"" + expected + "\"}").getBytes(UTF_8), UTF_8));
    }

    @Property
    void a_hash_is_64_hexadecimal_digits(@ForAll String content) {
        var json = new JsonBytes();
        json.beginObject();
        json.field(new Name("a"), 1L);
        json.field(new Name("h"), Hash.of(content));
        json.field(new Name("b"), "c");
        json.endObject();
        assertThat(text(json))
                .isEqualTo("{\"a\":1,\"h\":\"" + Hash.of(content) + "\",\"b\":\"c\"}");
    }

    private static String written(Object value) {
        var json = new JsonBytes();
        json.beginObject();
        json.field(new Name("v"), value);
        json.endObject();
        return text(json);
    }

    private static String text(JsonBytes json) {
        return new String(json.toBytes(), UTF_8);
    }
}
