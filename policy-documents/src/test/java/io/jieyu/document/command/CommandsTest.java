package io.jieyu.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people who live in a terminal are told. */
class CommandsTest {

    private static final Path BUNDLED =
            Path.of("../ledger/src/main/resources/io/jieyu/ledger/policy");

    @TempDir private Path folder;

    @Test
    void findsNothingWrongWithTheBundledSets() {
        Terminal check =
                Terminal.run(
                        "check",
                        BUNDLED.resolve("default").toString(),
                        BUNDLED.resolve("as-published-2025").toString());
        assertThat(check.status()).as(check.out()).isZero();
        assertThat(check.out()).isEqualTo("documents 28, errors 0, warnings 0\n");
    }

    @Test
    void findsNothingWrongWithABundledDocumentOnItsOwn() throws IOException {
        try (var files = Files.list(BUNDLED.resolve("default"))) {
            assertThat(files.toList())
                    .hasSize(26)
                    .allSatisfy(file ->
                            assertThat(Terminal.run("check", file.toString()).out())
                                    .isEqualTo("documents 1, errors 0, warnings 0\n"));
        }
    }

    @Test
    void warnsOfAnAnnouncementThatCameLate() throws IOException {
        Path file = document("110000", "\"2025-07\"", "\"2025-07-02\"", "mutualAidFen: 300");
        Terminal check = Terminal.run("check", file.toString());
        assertThat(check.status()).isZero();
        assertThat(check.out())
                .contains(
                        ":6 warning: versions[0].announcedOn: \"2025-07-02\" (expected: not after"
                                + " \"2025-07-01\", the first day of effectiveFrom)");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Terminal check = Terminal.run("check", folder.resolve("110000.yaml").toString());
        assertThat(check.status()).isEqualTo(2);
        assertThat(check.out()).contains("110000.yaml: cannot be read (expected: a file)");
        assertThat(Terminal.run("check", folder.toString()).out()).contains("has no .yaml");
    }

    @Test
    void staysCalmBeforeBombsAndPits() throws IOException {
        Path file = folder.resolve("110000.yaml");
        Files.writeString(file, "[".repeat(100_000));
        assertThat(Terminal.run("check", file.toString()).status()).isEqualTo(1);
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        Files.writeString(file, bomb.toString());
        Terminal check = Terminal.run("check", file.toString());
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("exceeds the specified max");
    }

    @Test
    void showsEachValueWithWhereItComesFrom() {
        Terminal show =
                Terminal.run(
                        "show",
                        "130900",
                        "--on",
                        "2024-08",
                        "--policies",
                        "default",
                        "--known-at",
                        "2026-01-01");
        assertThat(show.status()).as(show.err()).isZero();
        assertThat(show.out())
                .startsWith("130900 in 2024-08, as known on 2026-01-01, set default\n")
                .containsPattern("baseLimits +130000/")
                .containsPattern("categories +000000/B")
                .containsPattern("residentPremiums +130900/A")
                .contains("130000/A     from 2023-02", "STALE")
                .contains("source: ");
    }

    @Test
    void printsOneObjectForPrograms() {
        JsonNode fields =
                json("show", "110000", "--on", "2022-08", "--policies", "default", "--json");
        assertThat(fields.propertyNames()).hasSize(46).doesNotContain("version", "provenance");
        assertThat(fields.at("/employerBands/from").asString()).isEqualTo("110000/A");
        assertThat(fields.at("/employerBands/value/0/rate").asString()).isEqualTo("0.008");
        assertThat(fields.at("/wallet/from").asString()).isEqualTo("000000/B");
        assertThat(fields.at("/wallet/value").isNull()).isTrue();
        assertThat(fields.at("/baseLimits").toString())
                .isEqualTo("{\"value\":[],\"from\":\"000000/B\"}");
    }

    @Test
    void knowsOnlyWhatWasAnnounced() {
        JsonNode before =
                json(
                        "show",
                        "110000",
                        "--on",
                        "2023-01",
                        "--known-at",
                        "2022-08-18",
                        "--policies",
                        "default",
                        "--json");
        JsonNode after =
                json(
                        "show",
                        "110000",
                        "--on",
                        "2023-01",
                        "--known-at",
                        "2022-08-19",
                        "--policies",
                        "default",
                        "--json");
        assertThat(before.at("/employerBands/from").asString()).isEqualTo("110000/A");
        assertThat(after.at("/employerBands/from").asString()).isEqualTo("110000/B");
    }

    @Test
    void takesTheDefaultsWhereNobodyHasTheField() throws IOException {
        document("110000", "null", "null", "mutualAidFen: 300");
        JsonNode fields =
                json(
                        "show",
                        "110000",
                        "--on",
                        "2023-01",
                        "--policies",
                        folder.toString(),
                        "--json");
        assertThat(fields.at("/lapse").toString())
                .isEqualTo(
                        "{\"value\":{\"graceMonths\":3,\"freezeAfterMonths\":null,"
                                + "\"waitingMonths\":{\"EMPLOYER\":6,\"INDIVIDUAL\":6}},"
                                + "\"from\":null}");
        Terminal nobody =
                Terminal.run("show", "310000", "--on", "2023-01", "--policies", folder.toString());
        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.err()).startsWith("policy: no policy for 310000 in 2023-01");
    }

    @Test
    void usesNoDocumentOfASetWithAnError() throws IOException {
        document("110000", "null", "null", "mutualAidFen: -1");
        Terminal show = Terminal.run("show", "110000", "--policies", folder.toString());
        assertThat(show.status()).isEqualTo(2);
        assertThat(show.err()).contains("110000.yaml:9 versions[0].mutualAidFen: -1");
    }

    @Test
    void comparesTwoVersionsFieldByField() {
        Terminal diff = Terminal.run("diff", "110000/A", "110000/B");
        assertThat(diff.status()).isEqualTo(1);
        assertThat(diff.out())
                .contains("effectiveFrom\n  - null\n  + \"2022-09\"\n")
                .contains("mutualAidFen\n  - (says nothing)\n  + 300\n");
        Terminal same = Terminal.run("diff", "110000/A", "110000/A");
        assertThat(same.status()).isZero();
        assertThat(same.out()).isEqualTo("no difference\n");
    }

    @Test
    void comparesTwoFiles() throws IOException {
        Path bundled = BUNDLED.resolve("default/110000.yaml");
        Path changed = folder.resolve("110000.yaml");
        Files.writeString(
                changed,
                Files.readString(bundled).replace("freezeAfterMonths: 6", "freezeAfterMonths: 7"));
        Terminal diff = Terminal.run("diff", bundled.toString(), changed.toString());
        assertThat(diff.out())
                .isEqualTo(
                        """
                        version A:
                        lapse.freezeAfterMonths
                          - 6
                          + 7
                        version B:
                        lapse.freezeAfterMonths
                          - 6
                          + 7
                        2 differences
                        """);
        assertThat(Terminal.run("diff", bundled + "/A", changed + "/A").out())
                .endsWith("1 differences\n");
        assertThat(Terminal.run("diff", bundled + "/A", changed.toString()).err())
                .contains("(expected: " + changed + "/VERSION, one of A, B)");
        assertThat(Terminal.run("diff", bundled + "/C", changed.toString()).err())
                .contains("110000 has no version C (expected: one of A, B)");
    }

    @Test
    void saysWhatARegionAndAMonthAre() {
        Terminal show = Terminal.run("show", "11");
        assertThat(show.status()).isEqualTo(2);
        assertThat(show.err()).isEqualTo("policy: REGION: \"11\" (expected: six digits)\n");
        assertThat(Terminal.run("show", "110000", "--on", "2026-13").err())
                .startsWith(
                        "Invalid value for option '--on': \"2026-13\" (expected: a month such as"
                                + " 2026-03)");
    }

    private static JsonNode json(String... arguments) {
        Terminal show = Terminal.run(arguments);
        assertThat(show.status()).as(show.err()).isZero();
        return JsonMapper.shared().readTree(show.out());
    }

    private Path document(String region, String from, String announced, String field)
            throws IOException {
        Path file = folder.resolve(region + ".yaml");
        String name = field.substring(0, field.indexOf(':'));
        Files.writeString(
                file,
                """
                regionCode: "%s"
                name: {zh: "北京市", en: "Beijing"}
                versions:
                  - version: "A"
                    effectiveFrom: %s
                    announcedOn: %s
                    reviewBy: null
                    legalReference: null
                    %s
                    provenance:
                      - {field: %s, source: "W2", grade: C}
                      - {field: effectiveFrom, source: "W2", grade: C}
                """
                        .formatted(region, from, announced, field, name));
        return file;
    }
}
