package io.jieyu.audit.recompute;

import io.jieyu.ledger.LedgerRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Broadcasts that a finding is about: where an account's record differs because of one, the
 * broadcast is the cause.
 */
final class Doubts {

    private static final String POLICY_PUBLISHED = "policyPublished";
    private static final String MONTH_CLOSED = "monthClosed";

    private final Map<String, Integer> policies = new HashMap<>();
    private final Map<String, Integer> closes = new HashMap<>();

    /** A broadcast that a finding is about. */
    void add(Map<String, @Nullable Object> record, int finding) {
        Object kind = record.get("kind");
        if (POLICY_PUBLISHED.equals(kind)
                && record.get("message") instanceof Map<?, ?> message
                && message.get("policyId") != null) {
            policies.putIfAbsent(String.valueOf(message.get("policyId")), finding);
        } else if (MONTH_CLOSED.equals(kind)) {
            closes.putIfAbsent(String.valueOf(record.get("messageId")), finding);
        }
    }

    /** The finding that an account's record differs because of; empty when it is none. */
    OptionalInt causeOf(@Nullable LedgerRecord recomputed, Map<String, @Nullable Object> found) {
        if (policies.isEmpty() && closes.isEmpty()) {
            return OptionalInt.empty();
        }
        if (recomputed != null) {
            for (String policy : recomputed.policies()) {
                if (policies.containsKey(policy)) {
                    return OptionalInt.of(policies.get(policy));
                }
            }
            if (recomputed.kind().equals(MONTH_CLOSED)
                    && closes.containsKey(recomputed.messageId())) {
                return OptionalInt.of(closes.get(recomputed.messageId()));
            }
        }
        if (found.get("policies") instanceof List<?> used) {
            for (Object policy : used) {
                Integer finding = policies.get(String.valueOf(policy));
                if (finding != null) {
                    return OptionalInt.of(finding);
                }
            }
        }
        Integer close =
                MONTH_CLOSED.equals(found.get("kind"))
                        ? closes.get(String.valueOf(found.get("messageId")))
                        : null;
        return close == null ? OptionalInt.empty() : OptionalInt.of(close);
    }
}
