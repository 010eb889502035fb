package io.jieyu.sandbox.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.sandbox.DemoFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway, as a program of a payroll department talks to it. */
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int FAILED = 500;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI gateway;

    Api(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a JSON body and returns the answer.
     *
     * @throws DemoFailed when it was not accepted
     */
    JsonNode post(String path, Object body) throws DemoFailed, InterruptedException {
        var request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .header("Content-Type", "application/json")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        HttpResponse<byte[]> answer = send(request.build());
        if (answer.statusCode() != ACCEPTED) {
            throw new DemoFailed(
                    "POST %s: HTTP %d %s"
                            .formatted(
                                    path, answer.statusCode(), new String(answer.body(), UTF_8)));
        }
        return json.readTree(answer.body());
    }

    /**
     * Sends a JSON body and returns the answer, a refusal too: it is an answer.
     *
     * @throws DemoFailed when the service itself failed
     */
    JsonNode instruct(String path, Object body) throws DemoFailed, InterruptedException {
        var request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .header("Content-Type", "application/json")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        HttpResponse<byte[]> answer = send(request.build());
        if (answer.statusCode() >= FAILED) {
            throw new DemoFailed(
                    "POST %s: HTTP %d %s"
                            .formatted(
                                    path, answer.statusCode(), new String(answer.body(), UTF_8)));
        }
        return json.readTree(answer.body());
    }

    /** What is there now; empty while it is not, or while the read side is behind. */
    Optional<JsonNode> get(String path) throws DemoFailed, InterruptedException {
        HttpResponse<byte[]> answer =
                send(HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE).build());
        return answer.statusCode() == OK
                ? Optional.of(json.readTree(answer.body()))
                : Optional.empty();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws DemoFailed, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new DemoFailed(
                    "%s %s: %s".formatted(request.method(), request.uri(), e.getMessage()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
