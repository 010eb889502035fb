package io.jieyu.account.posting.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.account.Binding;
import org.junit.jupiter.api.Test;

class OutcomeBlockTest {

    private static final int FIRST = 5 * OutcomeBlock.ROWS;

    @Test
    void the_rows_come_back_by_their_numbers() {
        OutcomeBlock block = OutcomeBlock.EMPTY;
        for (int i = 0; i < OutcomeBlock.ROWS; i++) {
            assertThat(block.isFull()).isFalse();
            block = block.plus(row("m" + i));
        }

        OutcomeBlock read = OutcomeBlock.read(block.write());

        assertThat(read.isFull()).isTrue();
        for (int i = 0; i < OutcomeBlock.ROWS; i++) {
            assertThat(read.row(FIRST + i)).isEqualTo(row("m" + i));
        }
    }

    @Test
    void another_row_in_the_place_of_one_leaves_the_others_and_the_block_before() {
        OutcomeBlock before = OutcomeBlock.EMPTY.plus(row("m0")).plus(row("m1"));

        OutcomeBlock after = before.with(FIRST + 1, row("other"));

        assertThat(after.row(FIRST)).isEqualTo(row("m0"));
        assertThat(after.row(FIRST + 1)).isEqualTo(row("other"));
        assertThat(before.row(FIRST + 1)).isEqualTo(row("m1"));
    }

    private static StoredOutcome row(String businessKey) {
        return new StoredOutcome(
                null, null, businessKey, new Binding("m", Hash.of(businessKey), null));
    }
}
