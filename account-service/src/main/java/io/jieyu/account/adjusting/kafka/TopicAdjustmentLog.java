package io.jieyu.account.adjusting.kafka;

import io.jieyu.account.adjusting.AdjustmentLog;
import io.jieyu.account.inbox.Inbox;
import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyAdjustments;
import io.jieyu.servicekit.topics.WholeTopic;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads the topic when it is asked: adjustments are seldom. */
@Component
class TopicAdjustmentLog implements AdjustmentLog {

    private final WholeTopic topic;
    private final Inbox inbox;

    TopicAdjustmentLog(ConsumerFactory<String, byte[]> consumers, Inbox inbox) {
        this.topic = new WholeTopic(consumers);
        this.inbox = inbox;
    }

    @Override
    public Optional<PolicyAdjustments> of(String regionCode, String policyId) {
        var newest = new AtomicReference<PolicyAdjustments>();
        topic.read(
                Topic.POLICY_CHANGES,
                record -> {
                    String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
                    if (MessageType.POLICY_ADJUSTMENTS.ceType().equals(type)) {
                        var step = Json.read(record.value(), PolicyAdjustments.class);
                        if (step.policyId().equals(policyId)
                                && step.regionCode().equals(regionCode)) {
                            newest.set(step);
                        }
                    }
                });
        return Optional.ofNullable(newest.get());
    }

    @Override
    public void note(PolicyAdjustments step) {
        inbox.note(
                Topic.POLICY_CHANGES,
                MessageType.POLICY_ADJUSTMENTS,
                String.format(
                        Locale.ROOT,
                        "adjustments/%s/%s/%s/%s",
                        step.regionCode(),
                        step.policyId(),
                        step.state(),
                        step.digest()),
                step.policyId(),
                Json.write(step));
    }
}
