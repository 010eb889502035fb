package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Posting;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.testservers.CommittedRecords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the whole ledger topic and counts. */
final class LedgerProof {

    private final Map<String, Hash> heads = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final EnumMap<LedgerAccount, Long> sums = new EnumMap<>(LedgerAccount.class);
    private final HashSet<String> credited = new HashSet<>();
    private final HashSet<String> closed = new HashSet<>();

    private LedgerProof() {}

    /**
     * Each contribution of the load is credited once, every chain is whole, every sum is exact to
     * the fen.
     */
    static LedgerProof of(String bootstrap, InboxLoad load) {
        var proof = new LedgerProof();
        CommittedRecords.of(bootstrap, Topic.ACCOUNT_LEDGER).forEach(proof::add);
        assertThat(proof.credited).hasSize(load.contributions());
        assertThat(proof.sums.values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(
                        proof.sum(LedgerAccount.CURRENT)
                                + proof.sum(LedgerAccount.PRIOR)
                                + proof.sum(LedgerAccount.INTEREST))
                .as("balances, less the interest that was paid")
                .isEqualTo(expectedFen(load));
        assertThat(proof.sum(LedgerAccount.MUTUAL_AID)).isEqualTo(300L * load.contributions());
        return proof;
    }

    /** How many records of closes accounts have. */
    int closes() {
        return closed.size();
    }

    long sum(LedgerAccount account) {
        return sums.getOrDefault(account, 0L);
    }

    private void add(ConsumerRecord<String, byte[]> value) {
        LedgerRecord record = Json.read(value.value(), LedgerRecord.class);
        String scope = record.accountId();
        assertThat(value.key()).isEqualTo(scope);
        assertThat(record.sequence()).as(scope).isEqualTo(sequences.getOrDefault(scope, 0L) + 1);
        assertThat(record.previousHash()).as(scope).isEqualTo(heads.getOrDefault(scope, Hash.ZERO));
        sequences.put(scope, record.sequence());
        heads.put(scope, Hash.of(value.value()));
        assertThat(record.outcome())
                .as(String.valueOf(record.refusal()))
                .isEqualTo(Outcome.ACCEPTED);
        if (record.kind().equals("monthClosed") && AccountId.isValid(scope)) {
            assertThat(closed.add(scope + "/" + record.messageId()))
                    .as("%s closed once by %s", scope, record.messageId())
                    .isTrue();
        }
        if (record.kind().equals("contribution")) {
            assertThat(credited.add(scope + "/" + record.messageId()))
                    .as("%s credited once", record.messageId())
                    .isTrue();
        }
        record.postings().forEach(this::add);
    }

    private void add(Posting posting) {
        sums.merge(posting.from(), -posting.amountFen(), Math::addExact);
        sums.merge(posting.to(), posting.amountFen(), Math::addExact);
    }

    /** What the load must bring to the accounts, computed without a line of the ledger. */
    private static long expectedFen(InboxLoad load) {
        long sum = 0;
        for (int person = 0; person < load.persons(); person++) {
            long base = Math.min(Math.max(InboxLoad.baseFen(person), 632_600), 3_389_100);
            for (int month = 0; month < load.months(); month++) {
                int year = 2015 + month / 12;
                int age = year - InboxLoad.birthYear(person) - (month % 12 + 1 < 7 ? 1 : 0);
                sum +=
                        share(base, "0.02")
                                + share(base, age < 35 ? "0.008" : age < 45 ? "0.01" : "0.02");
            }
        }
        return sum;
    }

    private static long share(long fen, String rate) {
        return BigDecimal.valueOf(fen)
                .multiply(new BigDecimal(rate))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
