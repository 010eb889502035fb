package io.jieyu.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands for a service where a test is about its process: listens on {@code SERVER_PORT} and says
 * that it is ready. Fails at its start while the file that {@code STUB_FAILS} names is there.
 */
public final class StubService {

    private StubService() {}

    static void main() throws IOException {
        String fails = System.getenv("STUB_FAILS");
        if (fails != null && Files.exists(Path.of(fails))) {
            throw new IllegalStateException("this stub fails as asked");
        }
        StubHttp.start(
                Integer.parseInt(System.getenv("SERVER_PORT")),
                _ -> new StubHttp.Answer(200, "{\"status\":\"UP\"}"));
    }
}
