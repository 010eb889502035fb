package io.jieyu.sandbox.demo;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jieyu.sandbox.demo.SampleLine.Channel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SampleMonthTest {

    private static final List<SampleLine> LINES = SampleMonth.lines(SampleMonth.SEED, 200);

    @Test
    void makesTheSameLinesFromTheSameSeedAndOthersFromAnother() {
        assertThat(SampleMonth.lines(SampleMonth.SEED, 200)).isEqualTo(LINES);
        assertThat(SampleMonth.lines(1, 200)).isNotEqualTo(LINES);
    }

    @Test
    void isAboutTenThousandPersonsOfTwoHundredEmployers() {
        assertThat(different("accountId")).isCloseTo(10_000, within(200L));
        assertThat(different("employerId")).isEqualTo(200);
        assertThat(values("employerId")).allMatch(id -> id.toString().matches("91\\d{12}000X"));
        assertThat(values("accountId")).allMatch(id -> id.toString().matches("\\d{6}-P\\d{6}"));
    }

    @Test
    void spreadsThemOverFourRegions() {
        var regions = share(line -> line.fields().get("accountId").toString().substring(0, 6));
        assertThat(regions.get("110000")).isCloseTo(0.40, within(0.06));
        assertThat(regions.get("310000")).isCloseTo(0.30, within(0.06));
        assertThat(regions.get("130900")).isCloseTo(0.15, within(0.06));
        assertThat(regions.get("440300")).isCloseTo(0.15, within(0.06));
    }

    @Test
    void sendsAboutHalfOfThemByEachChannel() {
        var channels = share(SampleLine::channel);
        assertThat(channels.get(Channel.HTTP)).isCloseTo(0.45, within(0.06));
        assertThat(channels.get(Channel.KAFKA)).isCloseTo(0.55, within(0.06));
    }

    @Test
    void hasFlexibleWorkersOfBothTiersAndAFewResidents() {
        var categories = share(line -> line.fields().get("category"));
        assertThat(categories.get("EMPLOYEE")).isGreaterThan(0.85);
        assertThat(categories.get("FLEXIBLE")).isCloseTo(0.08, within(0.02));
        assertThat(categories.get("RESIDENT")).isCloseTo(0.01, within(0.005));
        assertThat(values("tier")).contains("POOLED_ONLY", "POOLED_AND_ACCOUNT");
    }

    @Test
    void hasBasesBelowEveryFloorAndAboveEveryCeilingAndAllAges() {
        var bases =
                values("baseFen").stream().map(Number.class::cast).map(Number::longValue).toList();
        assertThat(bases.stream().filter(base -> base > 0 && base < 400_000))
                .hasSizeGreaterThan(100);
        assertThat(bases.stream().filter(base -> base >= 4_000_000)).hasSizeGreaterThan(100);
        var years =
                values("birthDate").stream()
                        .map(date -> LocalDate.parse(date.toString()).getYear())
                        .toList();
        assertThat(years).contains(1963, 1975, 1980, 1990, 2000);
    }

    @Test
    void hasTheMistakesOfEveryMonth() {
        assertThat(sentAgain()).isCloseTo(LINES.size() / 100, within(25));
        assertThat(LINES.stream().filter(line -> line.messageId() == null)).isNotEmpty();
        assertThat(LINES.stream().filter(line -> line.raw() != null)).isNotEmpty();
        assertThat(values("baseFen")).contains(-1L);
        assertThat(values("accountId")).contains("990000-P000001");
        assertThat(values("period")).contains("2027-01");
        assertThat(named("-other")).isNotEmpty().allMatch(this::conflicts);
        assertThat(named("-again")).isNotEmpty().noneMatch(this::conflicts);
    }

    @Test
    void makesEachMistakeByBothChannels() {
        for (String mistake : List.of("-again", "-other", "-early", "-negative", "-broken")) {
            assertThat(named(mistake))
                    .as(mistake)
                    .extracting(SampleLine::channel)
                    .contains(Channel.KAFKA, Channel.HTTP);
        }
    }

    @Test
    void datesEverythingInTheMonthWithoutAClock() {
        assertThat(values("date")).allMatch(date -> date.toString().matches("2025-01-\\d\\d"));
    }

    private long different(String field) {
        return values(field).stream().distinct().count();
    }

    private static List<Object> values(String field) {
        return LINES.stream()
                .map(SampleLine::fields)
                .filter(fields -> fields.containsKey(field))
                .map(fields -> fields.get(field))
                .toList();
    }

    private static <T> Map<T, Double> share(Function<SampleLine, T> by) {
        var whole = LINES.stream().filter(line -> line.raw() == null).toList();
        return whole.stream()
                .collect(
                        groupingBy(
                                by,
                                collectingAndThen(
                                        counting(), count -> count / (double) whole.size())));
    }

    private static int sentAgain() {
        var seen = new HashSet<SampleLine>();
        return (int) LINES.stream().filter(line -> !seen.add(line)).count();
    }

    private static List<SampleLine> named(String ending) {
        return LINES.stream()
                .filter(line -> line.messageId() != null && line.messageId().endsWith(ending))
                .toList();
    }

    /** Another line with the same business key says something else. */
    private boolean conflicts(SampleLine line) {
        return LINES.stream()
                .filter(other -> sameKey(other, line))
                .anyMatch(other -> !other.fields().equals(line.fields()));
    }

    private static boolean sameKey(SampleLine one, SampleLine two) {
        return List.of("accountId", "period", "serial", "type").stream()
                .allMatch(field ->
                        one.fields().containsKey(field)
                                && one.fields().get(field).equals(two.fields().get(field)));
    }
}
