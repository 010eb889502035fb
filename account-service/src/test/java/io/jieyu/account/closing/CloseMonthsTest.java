package io.jieyu.account.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.account.closing.CloseMonths.Answer;
import io.jieyu.account.closing.CloseMonths.Why;
import io.jieyu.codec.tlog.Checkpoint;
import io.jieyu.codec.tlog.NoteSigner;
import io.jieyu.codec.tlog.SignedNote;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthClosed;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CloseMonthsTest {

    private static final String REGION = "110000";
    private static final int PARTITIONS = 2;
    private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

    private final Map<YearMonth, Closing> known = new HashMap<>();
    private final List<Object> sent = new ArrayList<>();
    private Optional<Refusal> refusal = Optional.empty();

    private final CloseMonths closes =
            new CloseMonths(
                    new KnownClosings(),
                    (region, period) -> period.getMonthValue() == 12,
                    new SentMessages());

    @Test
    void closesTheFirstMonthThatIsAskedFor() {
        assertThat(closes.request(REGION, NOVEMBER, DATE, "clerk"))
                .isInstanceOf(Answer.Taken.class);
        assertThat(sent).containsExactly(new MonthClosed(DATE, REGION, NOVEMBER, "clerk", null));
    }

    @Test
    void sendsNothingForAMonthThatWasAskedForBefore() {
        known.put(NOVEMBER, closing(NOVEMBER, null, 1));
        assertThat(closes.request(REGION, NOVEMBER, DATE, "clerk"))
                .isInstanceOf(Answer.Taken.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void refusesTheNextMonthUntilEveryPartitionHasSealedTheLast() {
        known.put(NOVEMBER, closing(NOVEMBER, null, 1));
        assertThat(closes.request(REGION, DECEMBER, DATE, "clerk"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> {
                            assertThat(refused.why()).isEqualTo(Why.CLOSING_INCOMPLETE);
                            assertThat(refused.detail()).contains("partitions [1]");
                        });
        known.put(NOVEMBER, closing(NOVEMBER, null, PARTITIONS));
        assertThat(closes.request(REGION, DECEMBER, DATE, "clerk"))
                .isInstanceOf(Answer.Taken.class);
    }

    @Test
    void refusesAMonthThatIsNotTheNext() {
        known.put(NOVEMBER, closing(NOVEMBER, null, PARTITIONS));
        assertThat(why(closes.request(REGION, DECEMBER.plusMonths(1), DATE, "clerk")))
                .isEqualTo(Why.CLOSE_NOT_CONSECUTIVE);
    }

    @Test
    void letsAYearEndWaitForASecondPerson() {
        var request = new CloseRequested(DATE, REGION, DECEMBER, "clerk");
        assertThat(closes.request(REGION, DECEMBER, DATE, "clerk"))
                .isInstanceOfSatisfying(
                        Answer.Taken.class,
                        taken ->
                                assertThat(taken.closing().state(PARTITIONS))
                                        .isEqualTo(Closing.State.AWAITING_CONFIRMATION));
        assertThat(sent).containsExactly(request);
        known.put(DECEMBER, closing(DECEMBER, request, -1));
        assertThat(why(closes.confirm(REGION, DECEMBER, "clerk"))).isEqualTo(Why.SAME_PERSON);
        assertThat(closes.confirm(REGION, DECEMBER, "head")).isInstanceOf(Answer.Taken.class);
        assertThat(sent.getLast())
                .isEqualTo(new MonthClosed(DATE, REGION, DECEMBER, "clerk", "head"));
        assertThat(why(closes.confirm(REGION, NOVEMBER, "head"))).isEqualTo(Why.CLOSING_NOT_FOUND);
    }

    @Test
    void tellsWhyTheLedgerRefused() {
        refusal = Optional.of(Refusal.ofState(RefusalCode.NO_POLICY, "a policy for 2025-11"));
        assertThat(closes.request(REGION, NOVEMBER, DATE, "clerk"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.detail())
                                        .isEqualTo("NO_POLICY (expected: a policy for 2025-11)"));
    }

    @Test
    void certifiesOnlyWhatAddsUp() {
        var whole = closing(NOVEMBER, null, PARTITIONS).certificate(PARTITIONS).orElseThrow();
        assertThat(whole.nobodyLeftOut()).isTrue();
        assertThat(whole.inEqualsOut()).isTrue();
        assertThat(whole.interestFen()).isEqualTo(4);
        var seals = new TreeMap<>(closing(NOVEMBER, null, PARTITIONS).seals());
        seals.put(1, seal(1, 11, Map.of("PRIOR", 2L, "INTEREST", -1L)));
        var broken =
                new Closing(REGION, NOVEMBER, null, progress(PARTITIONS), seals, null)
                        .certificate(PARTITIONS)
                        .orElseThrow();
        assertThat(broken.nobodyLeftOut()).isFalse();
        assertThat(broken.inEqualsOut()).isFalse();
        assertThat(broken.statement()).contains("LEFT OUT", "DOES NOT EQUAL");
    }

    @Test
    void signsACloseThatEveryPartitionHasSealedAndNoOther() throws Exception {
        NoteSigner signer = NoteSigner.generate("jieyu.example/test", new SecureRandom());
        known.put(NOVEMBER, closing(NOVEMBER, null, 1));
        new CertifyCloses(new KnownClosings(), new SentMessages(), signer).certify();
        assertThat(sent).isEmpty();
        known.put(NOVEMBER, closing(NOVEMBER, null, PARTITIONS));
        new CertifyCloses(new KnownClosings(), new SentMessages(), null).certify();
        assertThat(sent).as("without a key").isEmpty();
        new CertifyCloses(new KnownClosings(), new SentMessages(), signer).certify();
        CloseCertified certified = (CloseCertified) sent.getFirst();
        SignedNote note = SignedNote.parse(certified.certificate());
        assertThat(note.signedBy(List.of(signer.key()))).contains(signer.key());
        assertThat(Checkpoint.parse(note.text()).origin())
                .isEqualTo("jieyu.example/test/110000/2025-11");
        assertThat(certified.checkpoints()).hasSize(PARTITIONS);
    }

    private static Why why(Answer answer) {
        return ((Answer.Refused) answer).why();
    }

    /** A close that so many partitions have sealed; none has accepted it when negative. */
    private static Closing closing(YearMonth period, CloseRequested request, int sealed) {
        var seals = new TreeMap<Integer, MonthSealed>();
        for (int i = 0; i < sealed; i++) {
            seals.put(i, seal(i, 10, Map.of("PRIOR", 2L, "INTEREST", -2L)));
        }
        return new Closing(
                REGION, period, request, progress(sealed < 0 ? 0 : PARTITIONS), seals, null);
    }

    private static Map<Integer, CloseProgressed> progress(int partitions) {
        var progress = new TreeMap<Integer, CloseProgressed>();
        for (int i = 0; i < partitions; i++) {
            progress.put(i, new CloseProgressed(REGION, NOVEMBER, "c", DATE, i, 7, 10, 0));
        }
        return progress;
    }

    private static MonthSealed seal(int partition, long expected, Map<String, Long> moved) {
        return new MonthSealed(
                REGION,
                NOVEMBER,
                "c",
                partition,
                7,
                expected,
                10,
                Hash.ZERO,
                Map.of("CURRENT", 100L),
                moved,
                Map.of("CURRENT", 100L, "PRIOR", 2L),
                Map.of("INTEREST", 2L),
                Map.of("ACTIVE", 10L),
                Map.of("ACTIVE", 10L));
    }

    private final class KnownClosings implements Closings {

        @Override
        public Optional<Closing> of(String regionCode, YearMonth period) {
            return Optional.ofNullable(known.get(period));
        }

        @Override
        public List<Closing> uncertified() {
            return List.copyOf(known.values());
        }

        @Override
        public List<Closing> newest(String regionCode, int limit) {
            return known.values().stream()
                    .sorted(Comparator.comparing(Closing::period).reversed())
                    .limit(limit)
                    .toList();
        }
    }

    private final class SentMessages implements CloseMessages {

        @Override
        public void request(CloseRequested request) {
            sent.add(request);
        }

        @Override
        public Optional<Refusal> close(MonthClosed close) {
            sent.add(close);
            return refusal;
        }

        @Override
        public void certify(CloseCertified certified) {
            sent.add(certified);
        }

        @Override
        public int partitions() {
            return PARTITIONS;
        }
    }
}
