package io.jieyu.contribution.outcomes;

import java.util.List;
import java.util.Optional;

/** The lines that came in, with what is known of them by now. */
public interface Lines {

    /** The lines of a batch, in its order; empty when no line of it is known. */
    List<LineOutcome> ofBatch(String batchId);

    Optional<LineOutcome> of(String accountId, String messageId);
}
