package io.jieyu.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole gateway on a free port. */
public final class RunningGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    public RunningGateway(URI contributions, URI accounts, URI policies, String... settings) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--jieyu.routes.contributions=" + contributions,
                                "--jieyu.routes.accounts=" + accounts,
                                "--jieyu.routes.policies=" + policies));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(Gateway.class).run(arguments.toArray(String[]::new));
    }

    public URI at(String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port")
                        + path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    public HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
