package io.jieyu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.contracts.Topic;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Any byte of any ledger record, changed: one finding, of that record, and no other. */
class FlippedByteTest {

    private static final int BYTE = 256;

    private final MemorySource source = AuditedStory.year(3, 6);

    @Property(tries = 2_000)
    void isFoundAtItsPlaceAndNothingElseIs(
            @ForAll @IntRange(min = 0, max = 1_000_000) int somewhere,
            @ForAll @IntRange(min = 0, max = 1_000_000) int inside,
            @ForAll @IntRange(min = 1, max = BYTE - 1) int flip) {
        int partition = somewhere % 3;
        List<ConsumerRecord<String, byte[]>> ledger = source.of(Topic.ACCOUNT_LEDGER, partition);
        int index = somewhere % ledger.size();
        ConsumerRecord<String, byte[]> record = ledger.get(index);
        byte[] value = record.value().clone();
        value[inside % value.length] ^= (byte) flip;
        ledger.set(index, MemorySource.like(record, record.offset(), value));
        Path folder = Path.of("target", "flipped");
        try {
            assertThat(AuditedStory.audit(source, folder).findings())
                    .singleElement()
                    .extracting(
                            Finding::kind, Finding::partition, Finding::offset, Finding::account)
                    .containsExactly(Kind.RECORD_DIFFERS, partition, record.offset(), record.key());
        } finally {
            ledger.set(index, record);
        }
    }
}
