package io.jieyu.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium of its own, driven by its DevTools protocol: no driver program and no library
 * that would have to match its version.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> replies = new ArrayBlockingQueue<>(100);
    private final WebSocket page;
    private int calls;

    /** The first of the usual names that is on the path. */
    static Optional<Path> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .flatMap(name ->
                        Stream.of(System.getenv("PATH").split(":"))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(Path program, Path profile) throws IOException, InterruptedException {
        process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--hide-scrollbars",
                                "--user-data-dir=" + profile,
                                "--remote-debugging-port=0",
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("browser.log").toFile())
                        .start();
        Path port = profile.resolve("DevToolsActivePort");
        await().atMost(PATIENCE).until(() -> Files.exists(port) && Files.size(port) > 0);
        var address =
                URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(port).getFirst() + "/json/list");
        var targets = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        var target =
                JSON.readTree(targets.body())
                        .valueStream()
                        .filter(each -> each.get("type").asString().equals("page"))
                        .findFirst()
                        .orElseThrow();
        page =
                http.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(target.get("webSocketDebuggerUrl").asString()),
                                new Listener())
                        .join();
        call("Page.enable", Map.of());
    }

    void open(URI address) {
        call("Page.navigate", Map.of("url", address.toString()));
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * @param scheme {@code dark} or {@code light}
     */
    void colours(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The value of a JavaScript expression in the page; a missing node if it fails. */
    JsonNode value(String expression) {
        return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .at("/result/value");
    }

    /** What a reader sees of the page. */
    String text() {
        return value("document.body.innerText").asString("");
    }

    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Presses a key that writes nothing or ends a line. */
    void press(String key, int code) {
        call(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type", "keyDown",
                        "key", key,
                        "code", key,
                        "windowsVirtualKeyCode", code,
                        "text", key.equals("Enter") ? "\r" : ""));
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    void screenshot(Path file) throws IOException {
        var answer = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(answer.get("data").asString()));
    }

    private JsonNode call(String method, Map<String, Object> params) {
        int id = ++calls;
        page.sendText(
                        JSON.writeValueAsString(
                                Map.of("id", id, "method", method, "params", params)),
                        true)
                .join();
        try {
            for (; ; ) {
                var reply = replies.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (reply == null || reply.has("error")) {
                    throw new IllegalStateException(method + ": " + reply);
                }
                if (reply.get("id").asInt() == id) {
                    return reply.get("result");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        page.abort();
        http.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                var whole = JSON.readTree(message.toString());
                message.setLength(0);
                if (whole.has("id")) {
                    replies.add(whole);
                }
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }
    }
}
