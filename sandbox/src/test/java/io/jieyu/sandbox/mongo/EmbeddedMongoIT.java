package io.jieyu.sandbox.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.jieyu.sandbox.OtherAddress;
import io.jieyu.sandbox.processes.Ports;
import io.jieyu.sandbox.processes.ServerProcess;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {

    @TempDir private Path folder;

    @Test
    void keepsWhatIsWrittenInThisProcess() {
        try (var mongo = EmbeddedMongo.startOnFreePort()) {
            insert(mongo.uri());
            assertThat(count(mongo.uri())).isEqualTo(1);
        }
    }

    @Test
    void freesItsPortWhenItEnds() {
        int port = Ports.free();
        EmbeddedMongo.start(port).close();
        EmbeddedMongo.start(port).close();
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void listensOnLoopbackOnly() {
        int port = Ports.free();
        try (var mongo = EmbeddedMongo.start(port)) {
            assertThat(mongo.uri()).isEqualTo("mongodb://127.0.0.1:" + port);
            assertThat(OtherAddress.answersAt(port)).isFalse();
        }
    }

    @Test
    void comesBackEmptyWhenItsProcessWasKilled() {
        var launch = EmbeddedMongo.launch(Ports.free(), folder.resolve("mongo.log"));
        try (var server = ServerProcess.start(launch)) {
            insert(server.url());
            assertThat(count(server.url())).isEqualTo(1);
            server.kill();
            server.restart();
            assertThat(count(server.url())).isZero();
        }
    }

    private static void insert(String uri) {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("test").getCollection("things").insertOne(new Document("_id", 1));
        }
    }

    private static long count(String uri) {
        try (var client = MongoClients.create(uri)) {
            return client.getDatabase("test").getCollection("things").countDocuments();
        }
    }
}
