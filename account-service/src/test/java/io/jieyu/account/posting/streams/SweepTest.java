package io.jieyu.account.posting.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep waits for; what it comes to is shown by the scenarios. */
class SweepTest {

    private static final String PERSON = DrivenTopology.PERSON;

    @TempDir private Path folder;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(folder);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void sealsACloseOnlyWhenTheParkedMessagesOfEveryAccountAreDecided() {
        topology.publish("110000/A", "0.02");
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        topology.send("110000-P2", "m2", DrivenTopology.line("110000-P2", "2025-01"));
        topology.breaks(true);
        topology.send(PERSON, "breaks-1", DrivenTopology.line(PERSON, "2025-02"));
        topology.closeMonth("2025-01");
        topology.sweep();
        assertThat(topology.sealed()).isEmpty();
        topology.restart();
        topology.sweep();
        assertThat(topology.sealed()).as("after a restart").isEmpty();

        topology.breaks(false);
        topology.redrive();
        topology.sweep();
        assertThat(topology.sealed())
                .singleElement()
                .satisfies(seal -> {
                    assertThat(seal.accountsExpected()).isEqualTo(2);
                    assertThat(seal.accountsSealed()).isEqualTo(2);
                    assertThat(seal.before()).isEqualTo(Map.of("CURRENT", 60_000L));
                });
    }
}
