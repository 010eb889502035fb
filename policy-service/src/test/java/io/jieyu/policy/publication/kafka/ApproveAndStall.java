package io.jieyu.policy.publication.kafka;

import io.jieyu.policy.drafting.DraftPolicies;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A program that approves a draft and stands still at the commit, so that it can be killed there:
 * {@code BOOTSTRAP DRAFT before|after}.
 */
final class ApproveAndStall {

    static final String STALLED = "STALLED";

    private ApproveAndStall() {}

    public static void main(String[] arguments) {
        String bootstrap = arguments[0];
        boolean before = arguments[2].equals("before");
        var topics = new PolicyTopics(() -> new KafkaConsumer<>(consuming(bootstrap)));
        var journal =
                new KafkaPolicyJournal(
                        topics,
                        () -> stalling(new KafkaProducer<>(producing(bootstrap)), before),
                        Clock.systemUTC());
        new DraftPolicies(journal, Clock.systemUTC()).approve(arguments[1], "wang.wei");
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> stalling(
            Producer<String, byte[]> producer, boolean before) {
        return (Producer<String, byte[]>)
                Proxy.newProxyInstance(
                        ApproveAndStall.class.getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (_, method, values) -> {
                            boolean commits = method.getName().equals("commitTransaction");
                            if (commits && before) {
                                producer.flush();
                                stall();
                            }
                            try {
                                Object answer = method.invoke(producer, values);
                                if (commits) {
                                    stall();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void stall() throws InterruptedException {
        System.out.println(STALLED);
        Thread.sleep(Long.MAX_VALUE);
    }

    private static Map<String, Object> consuming(String bootstrap) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return settings;
    }

    private static Map<String, Object> producing(String bootstrap) {
        return Map.of(
                "bootstrap.servers", bootstrap,
                "transactional.id", PublicationConfiguration.TRANSACTIONAL_ID,
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class);
    }
}
