package io.jieyu.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents types ({@code ce_type}); those of the inbox name their kind in the rulebook's
 * catalogue.
 */
public enum MessageType {
    CONTRIBUTION_SUBMITTED("jieyu.contribution.submitted.v1", Topic.CONTRIBUTION_SUBMITTED, null),
    CONTRIBUTION_REJECTED("jieyu.contribution.rejected.v1", Topic.CONTRIBUTION_REJECTED, null),
    CONTRIBUTION_RECEIVED("jieyu.contribution.received.v1", Topic.ACCOUNT_INBOX, "contribution"),
    POLICY_PUBLISHED("jieyu.policy.published.v1", Topic.ACCOUNT_INBOX, "policyPublished"),
    REDRIVE_REQUESTED("jieyu.account.redriveRequested.v1", Topic.ACCOUNT_INBOX, "redriveRequested"),
    LEDGER_RECORDED("jieyu.account.recorded.v1", Topic.ACCOUNT_LEDGER, null),
    REPLY_GIVEN("jieyu.account.replied.v1", Topic.ACCOUNT_REPLIES, null),
    POLICY_TABLE("jieyu.policy.table.v1", Topic.POLICY_TABLES, null);

    private static final Map<String, MessageType> BY_CE_TYPE =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(MessageType::ceType, type -> type));

    private final String ceType;
    private final Topic topic;
    private final @Nullable String kind;

    MessageType(String ceType, Topic topic, @Nullable String kind) {
        this.ceType = ceType;
        this.topic = topic;
        this.kind = kind;
    }

    public String ceType() {
        return ceType;
    }

    public Topic topic() {
        return topic;
    }

    /** Its kind in the message catalogue (rulebook 6), for messages of the inbox. */
    public Optional<String> kind() {
        return Optional.ofNullable(kind);
    }

    public static Optional<MessageType> of(String ceType) {
        return Optional.ofNullable(BY_CE_TYPE.get(ceType));
    }
}
