package io.jieyu.policy.previewing;

import io.jieyu.contracts.policy.PolicyPublished;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The previews over all accounts of a region, which account-service computes. */
public interface AccountPreviews {

    /**
     * Begins one.
     *
     * @return what account-service answers: previewId, state, looked, ofAbout…
     * @throws Away when it does not answer, or refuses
     */
    Map<String, @Nullable Object> begin(String regionCode, List<PolicyPublished> versions);

    /**
     * How far one is, and what it found.
     *
     * @throws Away when account-service does not answer, or does not know it any more
     */
    Map<String, @Nullable Object> of(String previewId);

    /** Account-service does not answer as it should. */
    final class Away extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Away(String why) {
            super(why);
        }
    }
}
