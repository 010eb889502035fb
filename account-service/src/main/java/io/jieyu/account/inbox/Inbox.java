package io.jieyu.account.inbox;

import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.account.ReplyGiven;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends messages to the inbox and waits for what the ledger says to them; when it takes too long
 * the message is on its way all the same.
 */
public interface Inbox {

    /**
     * Sends a message to an account.
     *
     * @param type the CloudEvents type
     * @return the ledger's answer; empty when it has not come in time
     */
    Optional<ReplyGiven> toAccount(
            String accountId, String messageId, String type, byte[] value, Duration patience);

    /**
     * Sends a message to all accounts, in one transaction to every partition.
     *
     * @return what each partition answered; empty when they have not all answered in time
     */
    Optional<List<ReplyGiven>> toAll(
            MessageType type, String messageId, String subject, byte[] value, Duration patience);

    /** Sends messages to accounts, in one transaction, and waits for no answer. */
    void toAccounts(MessageType type, List<ToAccount> messages);

    /**
     * A message to an account.
     *
     * @param value the record that is written as JSON
     */
    record ToAccount(String accountId, String messageId, Record value) {}

    /** Sends a message to another topic, for the record. */
    void note(Topic topic, MessageType type, String messageId, String key, byte[] value);

    /** Number of partitions of the inbox. */
    int partitions();
}
