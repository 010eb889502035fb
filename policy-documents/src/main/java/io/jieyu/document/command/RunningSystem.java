package io.jieyu.document.command;

import io.jieyu.document.ShownPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system on this machine, asked by HTTP through its gateway. */
final class RunningSystem {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FOUND = 200;

    private final String gateway =
            "http://127.0.0.1:" + System.getenv().getOrDefault("JIEYU_GATEWAY_PORT", "8080");

    /**
     * What holds there.
     *
     * @throws CannotShow when it does not answer, or has no policy for the region
     */
    ShownPolicy policy(String region, YearMonth on, LocalDate knownAt) {
        String query =
                String.format(
                        Locale.ROOT,
                        "%s/api/policies/%s?on=%s&knownAt=%s",
                        gateway,
                        region,
                        on,
                        knownAt);
        HttpResponse<String> answer = get(query);
        if (answer.statusCode() != FOUND) {
            throw new CannotShow(reason(answer.body()));
        }
        return Values.read(answer.body(), ShownPolicy.class);
    }

    private HttpResponse<String> get(String url) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotShow(
                    gateway
                            + " does not answer (expected: a running system, ./jieyu up; or"
                            + " --policies FOLDER)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotShow("interrupted");
        }
    }

    private static String reason(String body) {
        Map<?, ?> problem = Values.read(body, Map.class);
        @Nullable Object detail = problem.get("detail");
        return detail == null ? body : detail.toString();
    }
}
