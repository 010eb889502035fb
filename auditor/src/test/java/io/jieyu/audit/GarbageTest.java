package io.jieyu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.verdict.Verdict;
import io.jieyu.codec.Json;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Nothing that the auditor reads makes it crash. */
class GarbageTest {

    private static final Topic[] TOPICS = {
        Topic.ACCOUNT_INBOX, Topic.ACCOUNT_LEDGER, Topic.ACCOUNT_SEALS
    };
    private static final String[] KEYS = {
        null, "", "110000-P1", "broadcast/0", "broadcast/x", "110000/2025-01", "110000-\u0000", "x"
    };

    @Property(tries = 300)
    void isAFindingAndNoFailure(@ForAll long seed) {
        var random = new Random(seed);
        MemorySource source = AuditedStory.inbox(3, 2);
        scatter(source, random, Topic.ACCOUNT_INBOX);
        PostedTopics.post(source, new Ledger(), Closes.NONE);
        Path folder = Path.of("target", "garbage");
        assertThat(AuditedStory.audit(source, folder).findings())
                .as("garbage in the inbox has its outcome like everything else")
                .isEmpty();
        scatter(source, random, TOPICS);
        Verdict verdict = AuditedStory.audit(source, folder);
        assertThat(verdict.exitStatus()).isIn(1, 2);
    }

    private static void scatter(MemorySource source, Random random, Topic... topics) {
        for (Topic topic : topics) {
            for (int partition = 0; partition < source.partitions(topic); partition++) {
                var records = source.of(topic, partition);
                for (int i = 0; i < 4; i++) {
                    var headers = new RecordHeaders();
                    if (random.nextBoolean()) {
                        headers.add("ce_type", type(random));
                    }
                    if (random.nextInt(4) > 0) {
                        headers.add("ce_id", bytes(random, 3));
                    }
                    long offset = records.isEmpty() ? 0 : records.getLast().offset() + 1;
                    records.add(
                            MemorySource.record(
                                    topic,
                                    partition,
                                    offset,
                                    random.nextLong(1_000_000),
                                    KEYS[random.nextInt(KEYS.length)],
                                    headers,
                                    value(random)));
                }
            }
        }
    }

    private static byte[] type(Random random) {
        MessageType[] types = MessageType.values();
        return random.nextInt(8) == 0
                ? bytes(random, 5)
                : types[random.nextInt(types.length)].ceType().getBytes(UTF_8);
    }

    private static byte[] value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> bytes(random, 40);
            case 2 -> "{}".getBytes(UTF_8);
            default -> Json.write(java.util.Map.of("accountId", "110000-P1", "date", 7));
        };
    }

    private static byte[] bytes(Random random, int most) {
        var bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }
}
