package io.jieyu.account.closing;

import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthSealed;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One close as far as it is known.
 *
 * @param request what waits, or waited, for a second person; null for a close that needed none
 * @param progress by partition: those that have accepted the close
 * @param seals by partition: those in which every account has applied it
 * @param certified the signed certificate; null until it is there
 */
public record Closing(
        String regionCode,
        YearMonth period,
        @Nullable CloseRequested request,
        Map<Integer, CloseProgressed> progress,
        Map<Integer, MonthSealed> seals,
        @Nullable CloseCertified certified) {

    /** How far a close is. */
    public enum State {
        AWAITING_CONFIRMATION,
        SWEEPING,
        COMPLETE
    }

    /** A close that was asked for, and nothing more is known of it. */
    static Closing asked(String regionCode, YearMonth period, @Nullable CloseRequested request) {
        return new Closing(regionCode, period, request, Map.of(), Map.of(), null);
    }

    /**
     * How far it is.
     *
     * @param partitions number of partitions of the inbox
     */
    public State state(int partitions) {
        if (progress.isEmpty()) {
            return State.AWAITING_CONFIRMATION;
        }
        return seals.size() == partitions ? State.COMPLETE : State.SWEEPING;
    }

    public boolean isBegun() {
        return !progress.isEmpty();
    }

    /** The proof that nobody was left out; empty until every partition has sealed. */
    public Optional<Certificate> certificate(int partitions) {
        return state(partitions) == State.COMPLETE
                ? Optional.of(Certificate.of(seals))
                : Optional.empty();
    }
}
