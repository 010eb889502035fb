package io.jieyu.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void offersAPortThatIsFree() {
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }

    /** So many that the system chooses some of them again. */
    @Test
    void neverOffersAPortTwice() {
        assertThat(IntStream.generate(Ports::free).limit(3_000).boxed().toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void seesAServerOnLoopback() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
        }
    }

    @Test
    void seesAServerOnAllAddresses() throws IOException {
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress(0));
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
        }
    }
}
