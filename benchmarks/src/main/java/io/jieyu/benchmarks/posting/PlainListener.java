package io.jieyu.benchmarks.posting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/**
 * What most teams would write: a listener that takes one record at a time, finds the account in
 * MongoDB, adds 2 % and updates it. It is neither exactly once nor explained; its offsets are
 * committed once a poll.
 */
final class PlainListener {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private PlainListener() {}

    static Contender contender(String bootstrap, String mongoUri, int round, long limit) {
        String group = "plain-" + round;
        return new Contender(
                "one record at a time into MongoDB",
                group,
                limit,
                () -> {
                    MongoClient mongo = MongoClients.create(mongoUri);
                    MongoCollection<Document> accounts =
                            mongo.getDatabase(group).getCollection("accounts");
                    var container = container(bootstrap, group, record -> credit(accounts, record));
                    container.start();
                    return () -> {
                        container.stop();
                        mongo.close();
                    };
                });
    }

    private static void credit(
            MongoCollection<Document> accounts, ConsumerRecord<String, byte[]> record) {
        Map<String, @Nullable Object> line = Json.tree(record.value());
        if (!(line.get("baseFen") instanceof Long baseFen)) {
            return;
        }
        Document found = accounts.find(Filters.eq("_id", record.key())).first();
        long balanceFen = found == null ? 0 : found.getLong("balanceFen");
        var account =
                new Document("_id", record.key()).append("balanceFen", balanceFen + baseFen / 50);
        accounts.replaceOne(Filters.eq("_id", record.key()), account, UPSERT);
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            String bootstrap, String group, MessageListener<String, byte[]> listener) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed");
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        var properties = new ContainerProperties(Topic.ACCOUNT_INBOX.topicName());
        properties.setMessageListener(listener);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        return container;
    }
}
