package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void makesEachColumnAsWideAsItsWidestCellAndLeavesNoBlanksAtTheEnd() {
        var table = new Table("NAME", "URL").row("kafka", "127.0.0.1:9092").row("a", "");
        assertThat(table).hasToString("NAME    URL\nkafka   127.0.0.1:9092\na\n");
    }

    @Test
    void refusesARowThatDoesNotFitTheHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("NAME", "URL").row("kafka"))
                .withMessage("cells: 1 (expected: 2)");
    }
}
