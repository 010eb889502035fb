package io.jieyu.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.crediting.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final Line LINE = Line.employee("1990-01-01", "2024-01");

    private final LedgerStory story = new LedgerStory().policy("000000", Map.of());

    @Test
    void answersAKnownIdWithTheFirstOutcomeWhateverTheContent() {
        LedgerRecord first = send("m1", LINE);
        Decision again = story.send(Line.ACCOUNT, "m1", "contribution", Map.of("rubbish", true));
        assertThat(again).isEqualTo(new Decision.Replayed(Answer.of(first)));
    }

    @Test
    void answersAKnownIdWithTheFirstRefusalEvenWhenItWouldBeAcceptedNow() {
        send("m1", LINE.with("serial", null));
        Decision again = story.send(Line.ACCOUNT, "m1", "contribution", LINE.fields());
        assertThat(again)
                .isInstanceOfSatisfying(
                        Decision.Replayed.class,
                        replayed ->
                                assertThat(replayed.first().outcome()).isEqualTo(Outcome.REFUSED));
        assertThat(story.account(Line.ACCOUNT)).isNull();
    }

    @Test
    void callsTheSameContentUnderAnotherIdADuplicateOfTheFirst() {
        send("m1", LINE);
        LedgerRecord duplicate =
                send("m2", LINE.with("unknownField", "kept").with("tier", "POOLED_AND_ACCOUNT"));
        assertThat(duplicate.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(duplicate.duplicateOf()).isEqualTo("m1");
        assertThat(duplicate.postings()).isEmpty();
        assertThat(duplicate.balances().balanceFen()).isEqualTo(20_000);
    }

    @Test
    void refusesOtherContentUnderTheSameBusinessKey() {
        send("m1", LINE);
        LedgerRecord conflict = send("m2", LINE.with("baseFen", 1_000_001L));
        assertThat(conflict.refusal().code()).isEqualTo(RefusalCode.CONFLICTING_DUPLICATE);
        assertThat(conflict.refusal().expected()).contains("m1");
    }

    @Test
    void bindsNoKeyToARefusedMessage() {
        assertThat(send("m1", LINE.with("personalReceivedFen", 1L)).refusal().code())
                .isEqualTo(RefusalCode.UNDERPAID);
        assertThat(send("m2", LINE).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void sharesNothingBetweenAccounts() {
        send("m1", LINE);
        Line other = LINE.with("accountId", "110000-P2");
        LedgerRecord record = story.record("110000-P2", "m1", "contribution", other.fields());
        assertThat(record.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(record.sequence()).isEqualTo(1);
    }

    @Test
    void refusesAKindThatIsNotInTheCatalogue() {
        LedgerRecord record =
                story.record(Line.ACCOUNT, "m1", "balanceSet", Map.of("balanceFen", 1L));
        assertThat(record.refusal().code()).isEqualTo(RefusalCode.INVALID_FIELD);
        assertThat(record.refusal().field()).isEqualTo("kind");
    }

    @Test
    void chainsTheRecordsOfAnAccountWithItsRefusals() {
        send("m1", LINE.with("serial", null));
        send("m2", LINE);
        send("m3", LINE);
        var chain =
                story.recorded().stream()
                        .filter(recorded -> recorded.record().accountId().equals(Line.ACCOUNT))
                        .toList();
        assertThat(chain)
                .extracting(recorded -> recorded.record().sequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(chain.get(0).record().previousHash()).isEqualTo(Hash.ZERO);
        assertThat(chain.get(1).record().previousHash()).isEqualTo(chain.get(0).json().hash());
        assertThat(chain.get(2).record().previousHash())
                .isEqualTo(Hash.of(chain.get(1).json().bytes()));
        assertThat(story.history(Line.ACCOUNT).head()).isEqualTo(chain.get(2).json().hash());
    }

    @Test
    void refusesAPolicyOfAnotherSet() {
        LedgerRecord record =
                story.record("broadcast/0", "p2", "policyPublished", policy("other", Map.of()));
        assertThat(record.refusal().code()).isEqualTo(RefusalCode.POLICY_SET_MISMATCH);
    }

    @Test
    void refusesAWrongDocumentWithAllItsProblems() {
        var document =
                new LinkedHashMap<String, Object>(Map.of("mutualAidFen", -1L, "personalRate", "2"));
        LedgerRecord record =
                story.record("broadcast/0", "p2", "policyPublished", policy("test", document));
        assertThat(record.refusal().code()).isEqualTo(RefusalCode.POLICY_INVALID);
        assertThat(record.refusal().expected()).contains("mutualAidFen: -1", "personalRate: \"2\"");
    }

    @Test
    void callsTheSamePolicyADuplicateWhateverTheOrderOfItsKeys() {
        var one = new LinkedHashMap<String, Object>();
        one.put("mutualAidFen", 300L);
        one.put("personalRate", "0.02");
        var other = new LinkedHashMap<String, Object>();
        other.put("personalRate", "0.02");
        other.put("mutualAidFen", 300L);
        story.record("broadcast/0", "p2", "policyPublished", policy("test", one));
        LedgerRecord again =
                story.record("broadcast/0", "p3", "policyPublished", policy("test", other));
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    private static Map<String, Object> policy(String set, Map<String, Object> document) {
        return Map.of(
                "date", "2024-01-01",
                "policySet", set,
                "regionCode", "110000",
                "policyId", "110000/X",
                "document", document);
    }

    private LedgerRecord send(String id, Line line) {
        return story.record(Line.ACCOUNT, id, "contribution", line.fields());
    }
}
