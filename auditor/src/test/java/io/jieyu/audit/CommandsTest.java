package io.jieyu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.command.AuditCommand;
import io.jieyu.audit.topics.ExportTopics;
import io.jieyu.codec.Json;
import io.jieyu.codec.tlog.CloseCheckpoints;
import io.jieyu.codec.tlog.NoteSigner;
import io.jieyu.codec.tlog.TlogProof;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.MonthSealed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, on an exported folder: a year with signed certificates. */
class CommandsTest {

    private static final String ACCOUNT = AuditedStory.account(2);

    @TempDir private Path folder;

    private final NoteSigner signer = NoteSigner.generate("jieyu.example/test", new SecureRandom());
    private final MemorySource source = AuditedStory.year(12, 12);
    private Path export;
    private String output;

    @BeforeEach
    void export() {
        certify(source, signer, 1, 12);
        export = folder.resolve("export");
        new ExportTopics(source, (_, _) -> {}).to(export);
    }

    private static void certify(MemorySource source, NoteSigner signer, int first, int last) {
        for (int month = first; month <= last; month++) {
            YearMonth period = YearMonth.of(2025, month);
            List<MonthSealed> seals =
                    new ArrayList<>(
                            source.of(Topic.ACCOUNT_SEALS, 0).stream()
                                    .filter(record -> record.key().endsWith("/" + period))
                                    .map(record -> Json.read(record.value(), MonthSealed.class))
                                    .sorted(Comparator.comparingInt(MonthSealed::partition))
                                    .toList());
            source.append(
                    Topic.ACCOUNT_SEALS,
                    0,
                    "110000/" + period,
                    "certificate/110000/" + period,
                    MessageType.CLOSE_CERTIFIED.ceType(),
                    Json.write(
                            CloseCheckpoints.of(signer.key().name(), "110000", period, seals)
                                    .sign(signer, "110000", period)));
        }
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("check")) {
            all.addAll(List.of("--work", folder.resolve("work").toString()));
        }
        int status =
                AuditCommand.run(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(out, true, UTF_8),
                        all.toArray(String[]::new));
        output = out.toString(UTF_8);
        return status;
    }

    @Test
    void givesTheVerdictOfAFolderInWordsAndAsJson() throws IOException {
        Path json = folder.resolve("verdict.json");
        assertThat(
                        run(
                                "--from", export.toString(),
                                "--key", signer.key().toString(),
                                "--json", json.toString()))
                .isZero();
        assertThat(output)
                .contains("VERDICT: all agrees", "12 accounts", "36 closes of partitions")
                .contains("12 certificates");
        assertThat(Json.tree(Files.readAllBytes(json))).containsEntry("findings", List.of());
        assertThat(Files.exists(folder.resolve("work/jieyu-audit"))).as("left behind").isFalse();
    }

    @Test
    void doesNotBelieveACertificateOfAnotherKey() {
        NoteSigner other = NoteSigner.generate("jieyu.example/test", new SecureRandom());
        assertThat(run("--from", export.toString(), "--key", other.key().toString())).isEqualTo(1);
        assertThat(output).contains("12 DIFFERENCES", "CERTIFICATE_NOT_SIGNED");
    }

    @Test
    void believesEachOfTheKeysThatHaveSignedOverTheYears() throws IOException {
        NoteSigner later = NoteSigner.generate("jieyu.example/later", new SecureRandom());
        MemorySource changed = AuditedStory.year(12, 12);
        certify(changed, signer, 1, 6);
        certify(changed, later, 7, 12);
        Path both = folder.resolve("both");
        new ExportTopics(changed, (_, _) -> {}).to(both);
        Path keys =
                Files.writeString(
                        folder.resolve("keys"), "# ours\n" + signer.key() + "\n" + later.key());
        assertThat(run("--from", both.toString(), "--key", keys.toString())).isZero();
        assertThat(run("--from", both.toString(), "--key", later.key().toString())).isEqualTo(1);
        assertThat(output).contains("6 DIFFERENCES");
    }

    @Test
    void auditsUpToACloseAndOneRegion() {
        assertThat(run("--from", export.toString(), "--until", "2025-06")).isZero();
        assertThat(output).contains("VERDICT: all agrees").doesNotContain("2026");
        assertThat(run("--from", export.toString(), "--region", "310000")).isZero();
        assertThat(output).contains("0 accounts");
    }

    @Test
    void saysWhyItCannotDecide() throws IOException {
        Path ledger = export.resolve("jieyu.account.ledger.v1-1.records");
        byte[] whole = Files.readAllBytes(ledger);
        Files.write(ledger, java.util.Arrays.copyOf(whole, whole.length - 7));
        assertThat(run("--from", export.toString())).isEqualTo(2);
        assertThat(output).contains("jieyu.account.ledger.v1-1.records", "as exported");
        byte[] flipped = whole.clone();
        flipped[whole.length - 3] ^= 1;
        Files.write(ledger, flipped);
        assertThat(run("--from", export.toString())).isEqualTo(2);
        assertThat(output).contains("SHA-256");
        Files.delete(ledger);
        assertThat(run("--from", export.toString())).isEqualTo(2);
        assertThat(output).contains("missing");
        assertThat(run("--from", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(output).contains("is no export");
    }

    @Test
    void exportsIntoANewFolderOnly() {
        assertThat(run("export", "--from", export.toString(), export.toString(), "--service", "x"))
                .isEqualTo(2);
    }

    @Test
    void provesAnAccountAndChecksTheProofWithTheKeyAlone() throws Exception {
        assertThat(
                        run(
                                "prove",
                                "--from",
                                export.toString(),
                                "--account",
                                ACCOUNT,
                                "--close",
                                "110000/2025-12",
                                "--records"))
                .isZero();
        Path proof = Files.writeString(folder.resolve("person.tlog-proof"), output);
        assertThat(output).startsWith("c2sp.org/tlog-proof@v1\nextra ");
        assertThat(run("check", proof.toString(), "--key", signer.key().toString())).isZero();
        assertThat(output)
                .contains("PROVED: at the close jieyu.example/test/110000/2025-12/")
                .contains("account " + ACCOUNT + " stood at ")
                .contains("records are attached, and their chain ends in that hash");
        TlogProof whole = TlogProof.parse(Files.readString(proof));
        String richer = whole.extra().replaceFirst(" 0 (\\d+) 0 0 0", " 0 9$1 0 0 0");
        var forged = new TlogProof(richer, whole.index(), whole.path(), whole.checkpoint());
        Path file = Files.writeString(folder.resolve("forged"), forged.text());
        assertThat(richer).isNotEqualTo(whole.extra());
        assertThat(run("check", file.toString(), "--key", signer.key().toString())).isEqualTo(1);
        assertThat(output).contains("the account's leaf is not in the tree");
        NoteSigner other = NoteSigner.generate("jieyu.example/test", new SecureRandom());
        assertThat(run("check", proof.toString(), "--key", other.key().toString())).isEqualTo(1);
        assertThat(output).contains("not signed by a key that was given");
    }

    @Test
    void refusesAProofOfAnAccountThatWasNotThere() {
        assertThat(
                        run(
                                "prove",
                                "--from",
                                export.toString(),
                                "--account",
                                AuditedStory.account(3),
                                "--close",
                                "110000/2025-06"))
                .isEqualTo(2);
        assertThat(output).contains("did not exist when 2025-06 was closed");
    }

    @Test
    void showsAnAccountAtAnyMoment() {
        assertThat(run("show", ACCOUNT, "--from", export.toString())).isZero();
        assertThat(output).contains("CARRIED", "now", "rule 7.4", "participation");
        assertThat(run("show", ACCOUNT, "--from", export.toString(), "--close", "2025-02"))
                .isZero();
        assertThat(output).contains("balance 400.80 yuan").doesNotContain("CARRIED");
        assertThat(run("show", ACCOUNT, "--from", export.toString(), "--at", "2025-01-31"))
                .isZero();
        assertThat(output).contains("balance 200.40 yuan");
        assertThat(run("show", ACCOUNT, "--from", export.toString(), "--offset", "3")).isZero();
        assertThat(output).contains("nothing yet");
        assertThat(run("show", ACCOUNT, "--from", export.toString(), "--known-at", "1969-12-31"))
                .isZero();
        assertThat(output).contains("nothing yet");
        assertThat(run("show", "nobody", "--from", export.toString())).isEqualTo(2);
    }

    @Test
    void showsWhatTwoMomentsDifferIn() {
        assertThat(
                        run(
                                "diff",
                                ACCOUNT,
                                "--folder",
                                export.toString(),
                                "--from",
                                "2025-01",
                                "--to",
                                "2025-02"))
                .isZero();
        assertThat(output).contains("balance", "200.40 → 400.80 yuan", "c-2025-02");
        assertThat(run("diff", ACCOUNT, "--folder", export.toString(), "--from", "when"))
                .isEqualTo(2);
    }

    @Test
    void printsTheKeysThatItTrusts() {
        String key = signer.key().toString();
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        assertThat(AuditCommand.run(stream, stream, "key", "--key", key)).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(key + "\n");
        assertThat(AuditCommand.run(stream, stream, "key", "--key", "nonsense")).isEqualTo(2);
    }
}
