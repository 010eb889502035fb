package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.account.posting.stored.StoredHistory;
import io.jieyu.sandbox.services.Service;
import org.junit.jupiter.api.Test;

class DataFormTest {

    @Test
    void the_sandbox_knows_the_form_in_which_histories_are_kept() {
        assertThat(StoredHistory.EMPTY.write()[0]).isEqualTo((byte) Service.STORES_FORM);
    }
}
