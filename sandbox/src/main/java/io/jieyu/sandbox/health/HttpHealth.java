package io.jieyu.sandbox.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A service with Spring's actuator is ready when its readiness address answers 200. */
public record HttpHealth(URI uri) implements Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int EXCERPT = 200;

    @Override
    public String address() {
        return uri.toString();
    }

    @Override
    public Optional<String> trouble() {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response =
                    http.send(
                            HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                            BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.empty()
                    : Optional.of("HTTP " + response.statusCode() + " " + excerpt(response.body()));
        } catch (IOException e) {
            return Optional.of("no answer at " + uri.getAuthority());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String excerpt(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }
}
