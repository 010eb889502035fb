package io.jieyu.account.tables.kafka;

import io.jieyu.account.tables.PublishedTables;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.contracts.policy.PublishedPolicies;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.servicekit.topics.WholeTopic;
import java.util.TreeMap;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

@Component
class TopicTables implements PublishedTables {

    private final WholeTopic topic;

    TopicTables(ConsumerFactory<String, byte[]> consumers) {
        this.topic = new WholeTopic(consumers);
    }

    @Override
    public Policies policies() {
        var tables = new TreeMap<String, PolicyTable>();
        topic.read(
                Topic.POLICY_TABLES,
                record -> tables.put(record.key(), Json.read(record.value(), PolicyTable.class)));
        return PublishedPolicies.of(tables.values());
    }
}
