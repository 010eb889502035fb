package io.jieyu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.document.yaml.FileError;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.decision.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The acceptance scenarios. Those that need a part which the ledger does not have yet are listed by
 * name; one that has come to hold must leave the list, so it can only shrink.
 */
class AcceptanceTest {

    private static final Path FOLDER = Path.of("acceptance");
    private static final Set<String> LATER = Set.of("family", "wallet", "transfer", "withdrawal");

    private static final EnumSet<RefusalCode> OF_LATER_PARTS =
            EnumSet.of(
                    RefusalCode.ALREADY_TERMINATED,
                    RefusalCode.NOT_IN_CLOSING,
                    RefusalCode.UNKNOWN_TRANSFER,
                    RefusalCode.ALREADY_ANSWERED,
                    RefusalCode.TRANSFER_EXPIRED,
                    RefusalCode.TOO_EARLY,
                    RefusalCode.DEATH_HOLD,
                    RefusalCode.TRANSFER_HOLD,
                    RefusalCode.BINDING_EXISTS,
                    RefusalCode.RELATION_NOT_ALLOWED,
                    RefusalCode.RELATIVE_NOT_INSURED,
                    RefusalCode.NOT_BOUND,
                    RefusalCode.WALLET_NOT_OFFERED,
                    RefusalCode.CLOSED_HOURS,
                    RefusalCode.AMOUNT_LIMIT,
                    RefusalCode.DAILY_LIMIT,
                    RefusalCode.WITHDRAWAL_CASE_NOT_ALLOWED,
                    RefusalCode.EXCEEDS_FREE_BALANCE);

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Set<String> pending() throws IOException {
        return new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/pending.txt")));
    }

    static Stream<Path> ready() throws IOException {
        Set<String> pending = pending();
        return files().filter(file -> !pending.contains(name(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ready")
    void holds(Path file) throws FileError {
        assertThat(Play.play(ReadScenario.from(file)).differences()).isEmpty();
    }

    @Test
    void listsAsPendingOnlyWhatNeedsALaterPartAndDoesNotHoldYet() throws Exception {
        var names = new HashSet<String>();
        for (Path file : files().toList()) {
            if (pending().contains(name(file))) {
                Scenario scenario = ReadScenario.from(file);
                names.add(scenario.name());
                assertThat(scenario.needs()).as(scenario.name()).containsAnyElementsOf(LATER);
                assertThat(Play.play(scenario).differences()).as(scenario.name()).isNotEmpty();
            }
        }
        assertThat(names).isEqualTo(pending());
    }

    /** A code that no scenario reaches is a rule that nobody has seen refuse. */
    @Test
    void reachesEveryRefusalCodeOfThePartsThatTheLedgerHas() throws Exception {
        var reached = EnumSet.noneOf(RefusalCode.class);
        for (Path file : ready().toList()) {
            for (Recorded recorded : Play.play(ReadScenario.from(file)).ledger().records()) {
                if (recorded.record().refusal() != null) {
                    reached.add(recorded.record().refusal().code());
                }
            }
        }
        assertThat(reached).isEqualTo(EnumSet.complementOf(OF_LATER_PARTS));
    }

    @Test
    void tellsTheSameStoryToTheByteWhateverTheMachinesZoneAndLanguage() throws Exception {
        List<Path> files = ready().toList();
        var here = new ArrayList<List<String>>();
        for (Path file : files) {
            here.add(bytes(file));
        }
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            for (int i = 0; i < files.size(); i++) {
                assertThat(bytes(files.get(i))).as(files.get(i).toString()).isEqualTo(here.get(i));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> bytes(Path file) throws FileError {
        return Play.play(ReadScenario.from(file)).ledger().records().stream()
                .map(recorded -> recorded.json().hash().toString())
                .toList();
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }
}
