package io.jieyu.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** Asks a service over HTTP. */
final class Reading implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;

    Reading(URI service) {
        this.service = service;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(text(path));
    }

    String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(service.resolve(path)).build(),
                        BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    int post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(service.resolve(path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** What a request with a body is answered, whatever its status. */
    JsonNode answer(String path, String body) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(
                http.send(
                                HttpRequest.newBuilder(service.resolve(path))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString(UTF_8))
                        .body());
    }

    @Override
    public void close() {
        http.close();
    }
}
