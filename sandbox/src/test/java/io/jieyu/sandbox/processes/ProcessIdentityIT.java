package io.jieyu.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessIdentityIT {

    private Process process;

    @BeforeEach
    void startOne() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void isAliveUntilItIsAskedToEnd() throws InterruptedException {
        var identity = ProcessIdentity.of(process.toHandle());
        assertThat(identity.isAlive()).isTrue();
        identity.terminate();
        process.waitFor();
        assertThat(identity.isAlive()).isFalse();
        identity.terminate();
        identity.kill();
    }

    @Test
    void neverTouchesAStrangerWhoHasThePidToday() {
        var identity = ProcessIdentity.of(process.toHandle());
        var yesterdays =
                new ProcessIdentity(identity.pid(), identity.startedAt().minusSeconds(86_400));
        assertThat(yesterdays.isAlive()).isFalse();
        yesterdays.kill();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void cannotBeHadOfAProcessThatIsGone() throws InterruptedException {
        var handle = process.toHandle();
        process.destroyForcibly().waitFor();
        assertThatIllegalStateException().isThrownBy(() -> ProcessIdentity.of(handle));
    }
}
