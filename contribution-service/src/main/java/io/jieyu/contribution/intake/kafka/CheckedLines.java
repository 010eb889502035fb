package io.jieyu.contribution.intake.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contracts.contribution.ContributionRejected;
import io.jieyu.contracts.contribution.LineLocator;
import io.jieyu.contribution.holding.Overdue;
import io.jieyu.contribution.holding.WaitingLines;
import io.jieyu.contribution.intake.CheckedLine;
import io.jieyu.ledger.AccountId;
import io.jieyu.servicekit.observability.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/**
 * Sends checked lines on: to the inbox, to the lines that wait for a new table, or to the rejected
 * lines. The caller holds the transaction.
 */
@Component
public class CheckedLines {

    private static final String SOURCE = "/contribution-service";
    private static final String NO_EMPLOYER = "unknown";

    private final WaitingLines waiting;
    private final MeterRegistry registry;
    private final Clock clock;

    CheckedLines(WaitingLines waiting, MeterRegistry registry, Clock clock) {
        this.waiting = waiting;
        this.registry = registry;
        this.clock = clock;
    }

    /** Sends the line; that it has arrived is known when the transaction is committed. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when one of them fails
    public void send(CheckedLine line, String channel, KafkaOperations<String, byte[]> kafka) {
        switch (line) {
            case CheckedLine.Received received -> {
                Optional<Overdue> overdue = overdue(received);
                kafka.send(
                        overdue.map(table -> held(received, table))
                                .orElseGet(() -> received(received)));
                Meters.LINES
                        .counter(
                                registry,
                                "channel",
                                channel,
                                "outcome",
                                overdue.isPresent() ? "HELD" : "RECEIVED")
                        .increment();
            }
            case CheckedLine.Rejected(var rejection) -> {
                kafka.send(rejected(rejection));
                Meters.LINES
                        .counter(registry, "channel", channel, "outcome", "REJECTED")
                        .increment();
            }
        }
    }

    /** The table for whose successor the line waits; what has no readable month is not held. */
    private Optional<Overdue> overdue(CheckedLine.Received line) {
        try {
            return line.fields().get("period") instanceof String period
                    ? waiting.before(
                            AccountId.parse(line.accountId()).regionCode(), YearMonth.parse(period))
                    : Optional.empty();
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    private ProducerRecord<String, byte[]> held(CheckedLine.Received line, Overdue table) {
        var event =
                CloudEvent.of(
                        MessageType.CONTRIBUTION_HELD,
                        line.messageId(),
                        SOURCE,
                        line.accountId(),
                        clock.instant());
        var held =
                new ContributionHeld(
                        line.messageId(),
                        line.accountId(),
                        YearMonth.parse(String.valueOf(line.fields().get("period"))),
                        table.policyId(),
                        table.reviewBy(),
                        line.fields());
        return CloudEvents.record(
                Topic.CONTRIBUTION_HELD, null, line.accountId(), event, Json.write(held));
    }

    private ProducerRecord<String, byte[]> received(CheckedLine.Received line) {
        var event =
                CloudEvent.of(
                        MessageType.CONTRIBUTION_RECEIVED,
                        line.messageId(),
                        SOURCE,
                        line.accountId(),
                        clock.instant());
        return CloudEvents.record(
                Topic.ACCOUNT_INBOX, null, line.accountId(), event, Json.write(line.fields()));
    }

    private ProducerRecord<String, byte[]> rejected(ContributionRejected line) {
        String employer = line.employerId() == null ? NO_EMPLOYER : line.employerId();
        var event =
                CloudEvent.of(
                        MessageType.CONTRIBUTION_REJECTED,
                        id(line.locator()),
                        SOURCE,
                        line.accountId(),
                        clock.instant());
        return CloudEvents.record(
                Topic.CONTRIBUTION_REJECTED, null, employer, event, Json.write(line));
    }

    private static String id(LineLocator locator) {
        return locator.topic() == null
                ? String.format(
                        Locale.ROOT, "rejected/%s/%d", locator.batchId(), locator.lineNumber())
                : String.format(
                        Locale.ROOT,
                        "rejected/%s/%d/%d",
                        locator.topic(),
                        locator.partition(),
                        locator.offset());
    }
}
