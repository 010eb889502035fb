package io.jieyu.contracts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The topics, with what decides whether they can lose anything: cleanup, retention, largest
 * message.
 */
public enum Topic {
    /** Contribution lines as payroll systems send them; any key, the account id recommended. */
    CONTRIBUTION_SUBMITTED(
            "jieyu.contribution.submitted.v1", Spread.BY_KEY, Keep.FOR_EVER, Size.LARGE),
    /** Refused lines with their codes; key: employer id. */
    CONTRIBUTION_REJECTED(
            "jieyu.contribution.rejected.v1", Spread.BY_KEY, Keep.FOR_EVER, Size.USUAL),
    /** Lines that wait for a new table, and their release; key: account id. */
    CONTRIBUTION_HELD("jieyu.contribution.held.v1", Spread.BY_KEY, Keep.FOR_EVER, Size.USUAL),
    /**
     * One totally ordered history per account; key: account id, or {@code broadcast/<partition>}.
     */
    ACCOUNT_INBOX("jieyu.account.inbox.v1", Spread.BY_KEY, Keep.FOR_EVER, Size.USUAL),
    /** Ledger records; key and partition as in the inbox. */
    ACCOUNT_LEDGER("jieyu.account.ledger.v1", Spread.BY_KEY, Keep.FOR_EVER, Size.RECORD),
    /** Answers for callers who wait; key: message id. */
    ACCOUNT_REPLIES("jieyu.account.replies.v1", Spread.BY_KEY, Keep.HOURS, Size.USUAL),
    /** What each partition says of a close that is complete; key: region code + period. */
    ACCOUNT_SEALS("jieyu.account.seals.v1", Spread.ALONE, Keep.FOR_EVER, Size.USUAL),
    /** Policy documents of a region with all their versions; key: region code. */
    POLICY_TABLES("jieyu.policy.tables.v1", Spread.ALONE, Keep.NEWEST_PER_KEY, Size.USUAL),
    /** Drafts and adjustments, step by step; key: draft id, policy id. */
    POLICY_CHANGES("jieyu.policy.changes.v1", Spread.ALONE, Keep.FOR_EVER, Size.USUAL);

    private enum Spread {
        BY_KEY,
        ALONE
    }

    private enum Keep {
        FOR_EVER,
        HOURS,
        NEWEST_PER_KEY
    }

    private enum Size {
        USUAL,
        /** A record repeats the message that caused it. */
        RECORD,
        /**
         * Whatever a payroll system sends gets in, so that it can be refused with a code and stays
         * as evidence.
         */
        LARGE
    }

    private static final Duration REPLY_RETENTION = Duration.ofHours(6);
    private static final int MEBIBYTE = 1024 * 1024;

    private final String topicName;
    private final Spread spread;
    private final Keep keep;
    private final Size size;

    Topic(String topicName, Spread spread, Keep keep, Size size) {
        this.topicName = topicName;
        this.spread = spread;
        this.keep = keep;
        this.size = size;
    }

    public String topicName() {
        return topicName;
    }

    /**
     * The number of partitions, fixed when the topic is made: more would need a new generation of
     * topics.
     */
    public int partitions(int forKeyedTopics) {
        return spread == Spread.ALONE ? 1 : forKeyedTopics;
    }

    /** The largest value that the topic takes. */
    public int maxMessageBytes() {
        return switch (size) {
            case USUAL -> MEBIBYTE;
            case RECORD -> 4 * MEBIBYTE;
            case LARGE -> 12 * MEBIBYTE;
        };
    }

    /** Kafka's own configuration keys of the topic. */
    public Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        config.put("cleanup.policy", keep == Keep.NEWEST_PER_KEY ? "compact" : "delete");
        config.put(
                "retention.ms",
                String.valueOf(keep == Keep.HOURS ? REPLY_RETENTION.toMillis() : -1));
        config.put("max.message.bytes", String.valueOf(maxMessageBytes()));
        return config;
    }
}
