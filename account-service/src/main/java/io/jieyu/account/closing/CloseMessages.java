package io.jieyu.account.closing;

import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthClosed;
import io.jieyu.ledger.Refusal;
import java.util.Optional;

/** Where closes are sent to. */
public interface CloseMessages {

    /** Notes a year end that waits for a second person. */
    void request(CloseRequested request);

    /**
     * Closes the month for every account.
     *
     * @return why the ledger refused; empty when it has accepted, or has not answered yet
     */
    Optional<Refusal> close(MonthClosed close);

    /** Publishes a signed certificate. */
    void certify(CloseCertified certified);

    /** Number of partitions that have to seal a close. */
    int partitions();
}
