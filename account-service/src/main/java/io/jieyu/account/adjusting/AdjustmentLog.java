package io.jieyu.account.adjusting;

import io.jieyu.contracts.policy.PolicyAdjustments;
import java.util.Optional;

/** How far adjustments are, as their topic tells. */
public interface AdjustmentLog {

    /** The newest step; empty while nobody has asked for them. */
    Optional<PolicyAdjustments> of(String regionCode, String policyId);

    /** Notes a step. */
    void note(PolicyAdjustments step);
}
