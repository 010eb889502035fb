package io.jieyu.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;

/** An HTTP server on 127.0.0.1 that answers what the test says, one request at a time. */
public final class StubHttp implements AutoCloseable {

    /** What it answers. */
    public record Answer(int status, String body) {}

    private final ServerSocket server;
    private final Function<String, Answer> answers;

    private StubHttp(ServerSocket server, Function<String, Answer> answers) {
        this.server = server;
        this.answers = answers;
    }

    /**
     * Answers each request until it is closed.
     *
     * @param port 0 for one that is free
     * @param answers by method and path, e.g. {@code GET /api/policies}
     */
    public static StubHttp start(int port, Function<String, Answer> answers) throws IOException {
        var server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        var stub = new StubHttp(server, answers);
        Thread.ofPlatform().start(stub::serve);
        return stub;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var connection = server.accept();
                    var in =
                            new BufferedReader(
                                    new InputStreamReader(connection.getInputStream(), UTF_8))) {
                Answer answer = answers.apply(request(in));
                byte[] body = answer.body().getBytes(UTF_8);
                String head =
                        "HTTP/1.1 %d Stub\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                                .formatted(answer.status(), body.length);
                var response = connection.getOutputStream();
                response.write(head.getBytes(UTF_8));
                response.write(body);
            } catch (IOException _) {
                // The caller went away, or the test has ended.
            }
        }
    }

    // The body is read as well: an answer before its end would break the connection.
    private static String request(BufferedReader in) throws IOException {
        String first = String.valueOf(in.readLine());
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring("content-length:".length()).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
        return first.replace(" HTTP/1.1", "");
    }
}
