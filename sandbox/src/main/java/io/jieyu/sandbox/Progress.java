package io.jieyu.sandbox;

import io.jieyu.sandbox.processes.Readiness;
import io.jieyu.sandbox.processes.ServerProcess;
import java.io.PrintStream;
import java.time.Duration;

/** Tells the reader of the terminal which server is ready and which one is still waited for. */
record Progress(PrintStream out) implements Readiness.Listener {

    @Override
    public void ready(ServerProcess server, Duration after) {
        out.printf("  %-22sready after %.1f s%n", server.name(), after.toMillis() / 1000.0);
    }

    @Override
    public void waiting(ServerProcess server, String trouble, Duration after) {
        out.printf("  %-22snot ready after %d s: %s%n", server.name(), after.toSeconds(), trouble);
    }
}
