package io.jieyu.policy.previewing.http;

import io.jieyu.codec.Json;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.policy.previewing.AccountPreviews;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

@Component
@EnableConfigurationProperties(PreviewSettings.class)
class HttpAccountPreviews implements AccountPreviews {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int REFUSED = 400;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI accounts;

    HttpAccountPreviews(PreviewSettings settings) {
        this.accounts = settings.accounts();
    }

    private record Begin(String regionCode, List<PolicyPublished> versions) {}

    @Override
    public Map<String, @Nullable Object> begin(String regionCode, List<PolicyPublished> versions) {
        return send(
                HttpRequest.newBuilder(accounts.resolve("/api/previews"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        Json.write(new Begin(regionCode, versions)))));
    }

    @Override
    public Map<String, @Nullable Object> of(String previewId) {
        return send(HttpRequest.newBuilder(accounts.resolve("/api/previews/" + previewId)));
    }

    private Map<String, @Nullable Object> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            Map<String, @Nullable Object> body =
                    Objects.requireNonNullElse(Json.tree(answer.body()), Map.of());
            if (answer.statusCode() >= REFUSED) {
                throw new Away(String.valueOf(body.get("detail")));
            }
            return body;
        } catch (IOException | JacksonException e) {
            throw new Away("account-service does not answer at " + accounts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("interrupted");
        }
    }
}
