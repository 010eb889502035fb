package io.jieyu.policy;

import io.jieyu.codec.Json;
import io.jieyu.testservers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A policy-service in this process, and how it is asked. */
record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {

    /** An answer of HTTP. */
    record Answer(int status, String text) {

        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }
    }

    static RunningService start(TestServers servers, int partitions, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + servers.bootstrap(),
                                "--jieyu.topics.partitions=" + partitions));
        arguments.addAll(List.of(more));
        return new RunningService(
                SpringApplication.run(PolicyService.class, arguments.toArray(String[]::new)));
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    private Answer send(String method, String path, String body) {
        String port = context.getEnvironment().getProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
