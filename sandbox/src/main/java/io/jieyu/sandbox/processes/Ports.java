package io.jieyu.sandbox.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which ports of this machine's loopback address are to be had. */
public final class Ports {

    private static final int CONNECT_MILLIS = 500;

    /** The system may choose again what nobody listens on yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** True if a server can listen on the port now. */
    public static boolean isFree(int port) {
        return !answers(port) && bindable(port);
    }

    /** A port that was free a moment ago, chosen by the system; never the same twice. */
    public static int free() {
        while (true) {
            int port = chosenBySystem();
            if (GIVEN.add(port)) {
                return port;
            }
        }
    }

    private static int chosenBySystem() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Where a server listens on all addresses, some systems still let a second one bind to
    // loopback.
    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean bindable(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
