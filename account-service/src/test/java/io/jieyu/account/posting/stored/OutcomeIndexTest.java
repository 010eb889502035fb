package io.jieyu.account.posting.stored;

import static io.jieyu.account.posting.stored.OutcomeIndex.By.BUSINESS_KEY;
import static io.jieyu.account.posting.stored.OutcomeIndex.By.MESSAGE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeIndexTest {

    @Test
    void every_id_and_key_leads_to_its_row() {
        OutcomeIndex index = OutcomeIndex.EMPTY;
        for (int row = 0; row < OutcomeIndex.PAGE_ROWS; row++) {
            assertThat(index.isFull()).isFalse();
            assertThat(index.nextRow()).isEqualTo(row);
            index = index.with(row("m" + row, "k" + row));
        }

        OutcomeIndex full = OutcomeIndex.read(index.write());

        assertThat(full.isFull()).isTrue();
        for (int row = 0; row < OutcomeIndex.PAGE_ROWS; row++) {
            assertThat(rows(full, MESSAGE_ID, "m" + row)).contains(row);
            assertThat(rows(full, BUSINESS_KEY, "k" + row)).contains(row);
        }
    }

    @Test
    void what_is_new_is_in_no_row_or_in_few() {
        OutcomeIndex index = OutcomeIndex.EMPTY;
        for (int row = 0; row < OutcomeIndex.PAGE_ROWS; row++) {
            index = index.with(row("m" + row, null));
        }
        OutcomeIndex full = index;

        long asked =
                IntStream.range(0, 10_000)
                        .mapToLong(i -> rows(full, MESSAGE_ID, "new" + i).size())
                        .sum();

        // 10,000 * 256 / 65,536 = 39 of other texts with the same two bytes
        assertThat(asked).isBetween(10L, 120L);
        assertThat(rows(full, BUSINESS_KEY, "new")).isEmpty();
    }

    @Test
    void the_rows_of_the_next_page_go_on_counting() {
        OutcomeIndex first = OutcomeIndex.EMPTY;
        for (int row = 0; row < OutcomeIndex.PAGE_ROWS; row++) {
            first = first.with(row("m" + row, null));
        }

        OutcomeIndex second = first.nextPage().with(row("later", "key"));

        assertThat(second.page()).isEqualTo(1);
        assertThat(rows(second, MESSAGE_ID, "later")).containsExactly(OutcomeIndex.PAGE_ROWS);
        assertThat(second.nextRow()).isEqualTo(OutcomeIndex.PAGE_ROWS + 1);
        assertThat(rows(second, MESSAGE_ID, "m7")).isEmpty();
    }

    @Test
    void a_row_waits_until_its_block_is_full() {
        OutcomeIndex index = OutcomeIndex.EMPTY;
        for (int row = 0; row < OutcomeBlock.ROWS - 1; row++) {
            index = index.with(row("m" + row, null));
            assertThat(index.isInNewestBlock(0)).isTrue();
        }

        OutcomeIndex filled = index.with(row("last", null));

        assertThat(filled.isInNewestBlock(OutcomeBlock.ROWS - 1)).isFalse();
        assertThat(filled.isInNewestBlock(OutcomeBlock.ROWS)).isTrue();
    }

    @Test
    void a_row_comes_back_as_it_was_written() {
        var answer =
                new Answer(7, Outcome.ACCEPTED, null, Map.of("creditedFen", 5L), Balances.ZERO);
        var own = new Binding("m", Hash.of("content"), null);
        var other = new Binding("before", Hash.of("other"), null);
        for (StoredOutcome row :
                List.of(
                        new StoredOutcome("m", answer, "key", own),
                        new StoredOutcome("m", answer, "key", other),
                        new StoredOutcome("m", answer, null, null),
                        new StoredOutcome(null, null, "key", other))) {
            assertThat(StoredOutcome.read(row.write())).isEqualTo(row);
        }
    }

    private static StoredOutcome row(@Nullable String messageId, @Nullable String businessKey) {
        return new StoredOutcome(messageId, null, businessKey, null);
    }

    private static List<Integer> rows(OutcomeIndex index, OutcomeIndex.By by, String wanted) {
        var rows = new ArrayList<Integer>();
        int row = index.rowBehind(-1, by, wanted);
        while (row >= 0) {
            rows.add(row);
            row = index.rowBehind(row, by, wanted);
        }
        return rows;
    }
}
