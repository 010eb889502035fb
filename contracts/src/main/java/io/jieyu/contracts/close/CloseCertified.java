package io.jieyu.contracts.close;

import java.time.YearMonth;
import java.util.List;

/**
 * The signed certificate of a close that every partition has sealed (docs/reference/proofs.md).
 *
 * @param certificate signed note, a tlog-checkpoint whose leaves are the seals of all partitions
 * @param checkpoints by partition, from 0: signed note, a tlog-checkpoint whose leaves are the
 *     partition's accounts
 */
public record CloseCertified(
        String regionCode, YearMonth period, String certificate, List<String> checkpoints) {

    public CloseCertified {
        checkpoints = List.copyOf(checkpoints);
    }
}
