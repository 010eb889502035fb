package io.jieyu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.verdict.Aspect;
import io.jieyu.audit.verdict.FieldDifference;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage of every kind: found, named at its place, and nothing else reported. */
class PlantedDamageTest {

    private static final int ACCOUNTS = 12;
    private static final int MONTHS = 12;

    @TempDir private Path folder;

    private final MemorySource source = AuditedStory.year(ACCOUNTS, MONTHS);

    /** The partition with the most accounts. */
    private final int partition = 0;

    private final List<ConsumerRecord<String, byte[]>> ledger =
            source.of(Topic.ACCOUNT_LEDGER, partition);
    private final List<ConsumerRecord<String, byte[]>> inbox =
            source.of(Topic.ACCOUNT_INBOX, partition);

    private List<Finding> findings() {
        Verdict verdict = AuditedStory.audit(source, folder);
        assertThat(verdict.exitStatus()).isEqualTo(1);
        return verdict.findings();
    }

    /** Index in the ledger of the n-th record of an account. */
    private int index(String account, long sequence) {
        for (int i = 0; i < ledger.size(); i++) {
            if (ledger.get(i).key().equals(account)
                    && Json.read(ledger.get(i).value(), LedgerRecord.class).sequence()
                            == sequence) {
                return i;
            }
        }
        throw new IllegalArgumentException(account + "/" + sequence);
    }

    private String someAccount() {
        return ledger.stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(AuditedStory.REGION))
                .findFirst()
                .orElseThrow();
    }

    private String otherAccount() {
        return ledger.stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(AuditedStory.REGION) && !key.equals(someAccount()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsNothingInAnUndamagedYear() {
        Verdict verdict = AuditedStory.audit(source, folder);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.exitStatus()).isZero();
        assertThat(verdict.totals().count(Totals.ACCOUNTS)).isEqualTo(ACCOUNTS);
        assertThat(verdict.closes()).isEqualTo(MONTHS * 3);
        assertThat(verdict.totals().money().get("2025")).containsKeys("CURRENT", "CONTRIBUTIONS");
        assertThat(verdict.totals().money().get("2026")).containsKeys("PRIOR", "CURRENT");
    }

    @Test
    void findsARecordThatWasDropped() {
        int index = index(someAccount(), 5);
        ConsumerRecord<String, byte[]> dropped = ledger.remove(index);
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_MISSING);
                    assertThat(finding.aspect()).isEqualTo(Aspect.WHOLE);
                    assertThat(finding.topic()).isEqualTo(Topic.ACCOUNT_INBOX.topicName());
                    assertThat(finding.account()).isEqualTo(dropped.key());
                    assertThat(finding.sequence()).isEqualTo(5);
                });
    }

    @Test
    void findsTheLastRecordOfAPartitionThatWasDropped() {
        ledger.removeLast();
        assertThat(findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Kind.RECORD_MISSING);
    }

    @Test
    void findsARecordThatStandsThereTwice() {
        ConsumerRecord<String, byte[]> record = ledger.get(index(someAccount(), 5));
        ledger.add(MemorySource.like(record, ledger.getLast().offset() + 2, record.value()));
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_DOUBLED);
                    assertThat(finding.offset()).isEqualTo(ledger.getLast().offset());
                    assertThat(finding.sequence()).isEqualTo(5);
                });
    }

    /** Puts the record to another index; all offsets stay where they were. */
    private long move(int from, int to) {
        var offsets = ledger.stream().map(ConsumerRecord::offset).toList();
        ledger.add(to, ledger.remove(from));
        for (int i = 0; i < ledger.size(); i++) {
            var record = ledger.get(i);
            ledger.set(i, MemorySource.like(record, offsets.get(i), record.value()));
        }
        return offsets.get(to);
    }

    @Test
    void findsARecordThatWasMoved() {
        int index = index(someAccount(), 2);
        long place = move(index, index + 9);
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_OUT_OF_ORDER);
                    assertThat(finding.offset()).isEqualTo(place);
                    assertThat(finding.sequence()).isEqualTo(2);
                });
    }

    @Test
    void findsTwoRecordsOfDifferentAccountsThatWereSwapped() {
        int first = index(someAccount(), 1);
        int second = index(otherAccount(), 1);
        assertThat(second).isEqualTo(first + 1);
        move(first, second);
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_OUT_OF_ORDER);
                    assertThat(finding.offset())
                            .isIn(ledger.get(first).offset(), ledger.get(second).offset());
                });
    }

    @Test
    void findsTheAmountThatWasChangedAndNotTheChainThatWasMadeToFit() {
        String account = someAccount();
        long changed = 3;
        Hash head = null;
        long last = 0;
        for (int i = 0; i < ledger.size(); i++) {
            if (!ledger.get(i).key().equals(account)) {
                continue;
            }
            LedgerRecord record = Json.read(ledger.get(i).value(), LedgerRecord.class);
            last = record.sequence();
            String json = new String(ledger.get(i).value(), UTF_8);
            if (record.sequence() == changed) {
                long fen = record.postings().getFirst().amountFen();
                json = json.replaceFirst("\"amountFen\":" + fen, "\"amountFen\":" + (fen + 100));
            } else if (head != null) {
                json = json.replace(record.previousHash().toString(), head.toString());
            } else {
                continue;
            }
            head = Hash.of(json);
            ledger.set(
                    i,
                    MemorySource.like(ledger.get(i), ledger.get(i).offset(), json.getBytes(UTF_8)));
        }
        long behind = last - changed;
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_DIFFERS);
                    assertThat(finding.sequence()).isEqualTo(changed);
                    assertThat(finding.fields())
                            .extracting(FieldDifference::field)
                            .containsExactly("postings[0].amountFen");
                    assertThat(finding.consequences()).isEqualTo(behind);
                });
    }

    @Test
    void findsTheOutcomeOfAMessageThatTheInboxDoesNotHave() {
        int index = index(someAccount(), 4);
        LedgerRecord record = Json.read(ledger.get(index).value(), LedgerRecord.class);
        inbox.removeIf(message ->
                message.key().equals(record.accountId())
                        && new String(message.headers().lastHeader("ce_id").value(), UTF_8)
                                .equals(record.messageId()));
        List<Finding> all = findings();
        assertThat(all.getFirst())
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_FOREIGN);
                    assertThat(finding.offset()).isEqualTo(ledger.get(index).offset());
                    assertThat(finding.messageId()).isEqualTo(record.messageId());
                    assertThat(finding.consequences()).isPositive();
                });
        assertThat(all.subList(1, all.size()))
                .as("without the message its account stood otherwise at every later close")
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.SEAL_DIFFERS));
    }

    @Test
    void findsASealThatWasChanged() {
        List<ConsumerRecord<String, byte[]>> seals = source.of(Topic.ACCOUNT_SEALS, 0);
        MonthSealed seal = Json.read(seals.get(7).value(), MonthSealed.class);
        var after = new TreeMap<>(seal.after());
        after.merge("CURRENT", 1L, Long::sum);
        var changed = (tools.jackson.databind.node.ObjectNode) Json.MAPPER.valueToTree(seal);
        changed.set("after", Json.MAPPER.valueToTree(after));
        seals.set(7, MemorySource.like(seals.get(7), seals.get(7).offset(), Json.write(changed)));
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.SEAL_DIFFERS);
                    assertThat(finding.topic()).isEqualTo(Topic.ACCOUNT_SEALS.topicName());
                    assertThat(finding.offset()).isEqualTo(seals.get(7).offset());
                    assertThat(finding.fields())
                            .extracting(FieldDifference::field)
                            .containsExactly("after.CURRENT");
                });
    }

    @Test
    void findsASealThatIsMissingOrStandsThereTwice() {
        List<ConsumerRecord<String, byte[]>> seals = source.of(Topic.ACCOUNT_SEALS, 0);
        seals.remove(2);
        seals.add(MemorySource.like(seals.get(5), 900, seals.get(5).value()));
        assertThat(findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.SEAL_MISSING, Kind.SEAL_DOUBLED);
    }

    @Test
    void findsAPolicyThatWasBackDated() {
        for (int i = 0; i < 3; i++) {
            List<ConsumerRecord<String, byte[]>> messages = source.of(Topic.ACCOUNT_INBOX, i);
            for (int j = 0; j < messages.size(); j++) {
                String json = new String(messages.get(j).value(), UTF_8);
                if (json.contains("\"policyId\":\"110000/")
                        && json.contains("\"effectiveFrom\":\"20")) {
                    String earlier =
                            json.replaceFirst(
                                    "\"effectiveFrom\":\"20\\d\\d-\\d\\d\"",
                                    "\"effectiveFrom\":\"1999-01\"");
                    messages.set(
                            j,
                            MemorySource.like(
                                    messages.get(j),
                                    messages.get(j).offset(),
                                    earlier.getBytes(UTF_8)));
                    break;
                }
            }
        }
        List<Finding> all = findings();
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all.subList(0, 1))
                .allSatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RECORD_DIFFERS);
                    assertThat(finding.account()).startsWith("broadcast/");
                    assertThat(finding.fields())
                            .extracting(FieldDifference::field)
                            .contains("message.effectiveFrom");
                });
        assertThat(all).extracting(Finding::account).allMatch(one -> one.startsWith("broadcast/"));
    }

    @Test
    void findsAForeignRecordAndOneWithAForeignKey() {
        source.append(
                Topic.ACCOUNT_LEDGER,
                partition,
                someAccount(),
                someAccount() + "/99",
                "jieyu.account.recorded.v1",
                "{\"messageId\":\"nobody's\"}".getBytes(UTF_8));
        source.append(Topic.ACCOUNT_LEDGER, partition, "who", "who/1", "what", new byte[] {1});
        ledger.add(
                MemorySource.record(
                        Topic.ACCOUNT_LEDGER,
                        partition,
                        ledger.getLast().offset() + 2,
                        0,
                        null,
                        new RecordHeaders(),
                        null));
        assertThat(findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.RECORD_FOREIGN));
    }

    @Test
    void findsAHeaderThatIsNotTheRecords() {
        int index = index(someAccount(), 2);
        var record = ledger.get(index);
        var headers = new RecordHeaders(record.headers().toArray());
        headers.remove("ce_type");
        ledger.set(
                index,
                MemorySource.record(
                        Topic.ACCOUNT_LEDGER,
                        partition,
                        record.offset(),
                        record.timestamp(),
                        record.key(),
                        headers,
                        record.value()));
        assertThat(findings())
                .singleElement()
                .extracting(Finding::kind, Finding::offset)
                .containsExactly(Kind.RECORD_MISLABELLED, record.offset());
    }

    @Test
    void findsThatAWholePartitionIsMissing() {
        source.drop(Topic.ACCOUNT_LEDGER, 2);
        assertThatThrownBy(() -> AuditedStory.audit(source, folder))
                .isInstanceOf(CannotDecide.class)
                .hasMessageContaining("3 partitions of jieyu.account.inbox.v1 and 2 of");
        source.drop(Topic.ACCOUNT_INBOX, 2);
        assertThat(findings()).extracting(Finding::kind).contains(Kind.PARTITION_MISSING);
    }

    @Test
    void namesEveryoneWhoseCloseLeftNoRecord() {
        var lapsed = new ArrayList<String>();
        ledger.removeIf(record -> {
            boolean ofClose =
                    record.key().startsWith(AuditedStory.REGION)
                            && new String(record.value(), UTF_8)
                                    .contains("\"messageId\":\"close-2025-12\"");
            if (ofClose) {
                lapsed.add(record.key());
            }
            return ofClose;
        });
        assertThat(lapsed).isNotEmpty();
        assertThat(findings())
                .extracting(Finding::account)
                .containsExactlyInAnyOrderElementsOf(lapsed);
    }

    @Test
    void waitsForWhatTheServiceHadNotPostedYet() {
        long last = inbox.getLast().offset();
        AuditedStory.send(source, someAccount(), "late", "cardActivated", java.util.Map.of());
        source.postedUpTo(partition, last + 1);
        Verdict verdict = AuditedStory.audit(source, folder);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.totals().count(Totals.IN_FLIGHT)).isEqualTo(1);
        source.postedUpTo(partition, inbox.getLast().offset() + 1);
        assertThat(findings()).singleElement().extracting(Finding::messageId).isEqualTo("late");
    }
}
