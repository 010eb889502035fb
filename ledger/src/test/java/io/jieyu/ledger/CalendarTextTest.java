package io.jieyu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    @Property
    void a_date_and_its_month_are_read_as_they_are_written(
            @ForAll @IntRange(min = -719_528, max = 2_932_896) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);

        assertThat(CalendarText.date(date.toString())).isEqualTo(date);
        assertThat(CalendarText.month(YearMonth.from(date).toString()))
                .isEqualTo(YearMonth.from(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-02-30",
                "2025-13-01",
                "2025-00-01",
                "2025-1-001",
                "2025/01/05",
                "20250105",
                "+025-01-05",
                "2025-01-0x",
                "2025-01-٠٥",
                "2025-01-05T"
            })
    void what_is_no_date_is_refused(String text) {
        assertThatThrownBy(() -> CalendarText.date(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-00", "2025-13", "2025-1", "2025/01", "-025-01", "2025-0x"})
    void what_is_no_month_is_refused(String text) {
        assertThatThrownBy(() -> CalendarText.month(text)).isInstanceOf(DateTimeException.class);
    }
}
