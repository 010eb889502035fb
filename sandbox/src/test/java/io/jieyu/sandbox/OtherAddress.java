package io.jieyu.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** The addresses by which a stranger would reach this machine, and 127.0.0.2 in any case. */
public final class OtherAddress {

    private static final int CONNECT_MILLIS = 500;

    private OtherAddress() {}

    /** True if anything but 127.0.0.1 answers on the port. */
    public static boolean answersAt(int port) {
        return all().anyMatch(address -> answers(address, port));
    }

    private static Stream<InetAddress> all() {
        try {
            return Stream.concat(
                    Stream.of(InetAddress.getByName("127.0.0.2")),
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .filter(address -> !address.isLoopbackAddress()));
        } catch (SocketException | UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
