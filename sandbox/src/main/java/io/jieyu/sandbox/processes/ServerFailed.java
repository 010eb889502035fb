package io.jieyu.sandbox.processes;

import java.io.Serial;

/**
 * A server did not become ready: it ended, or its time ran out. The message has the reason and the
 * end of its log.
 */
public final class ServerFailed extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    ServerFailed(String message) {
        super(message);
    }
}
