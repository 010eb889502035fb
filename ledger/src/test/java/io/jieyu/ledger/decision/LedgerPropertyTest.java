package io.jieyu.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.crediting.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerPropertyTest {

    private static final List<String> PERSONS = List.of("110000-P1", "110000-P2", "310000-P3");

    record Sent(String id, Line line) {}

    @Property
    void keepsTheSumOverAllLedgerAccountsAtZero(@ForAll("histories") List<Sent> history) {
        LedgerStory story = told(history);
        var sums = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        for (Recorded recorded : story.recorded()) {
            for (Posting posting : recorded.record().postings()) {
                sums.merge(posting.from(), -posting.amountFen(), Math::addExact);
                sums.merge(posting.to(), posting.amountFen(), Math::addExact);
            }
        }
        assertThat(sums.values().stream().mapToLong(Long::longValue).sum()).isZero();
        long balances =
                PERSONS.stream()
                        .map(story::account)
                        .filter(account -> account != null)
                        .mapToLong(account -> account.balances().balanceFen())
                        .sum();
        assertThat(
                        sums.getOrDefault(LedgerAccount.CURRENT, 0L)
                                + sums.getOrDefault(LedgerAccount.PRIOR, 0L))
                .isEqualTo(balances);
    }

    @Property
    void changesNothingWhenTheWholeHistoryIsSentAgain(@ForAll("histories") List<Sent> history) {
        LedgerStory story = told(history);
        int records = story.recorded().size();
        var before = PERSONS.stream().map(story::history).toList();
        history.forEach(sent -> send(story, sent));
        assertThat(story.recorded()).hasSize(records);
        assertThat(PERSONS.stream().map(story::history).toList()).isEqualTo(before);
    }

    @Property
    void givesTheSameBytesWhenAHistoryIsReplayed(@ForAll("histories") List<Sent> history) {
        assertThat(bytes(told(history))).isEqualTo(bytes(told(history)));
    }

    @Property
    void doesNotDependOnTheOrderInWhichDifferentPersonsArrive(
            @ForAll("histories") List<Sent> history, @ForAll Random random) {
        var queues = new ArrayList<List<Sent>>();
        for (String person : PERSONS) {
            queues.add(
                    new ArrayList<>(
                            history.stream()
                                    .filter(sent -> sent.line().accountId().equals(person))
                                    .toList()));
        }
        var shuffled = new ArrayList<Sent>();
        while (!queues.isEmpty()) {
            Collections.shuffle(queues, random);
            if (queues.getFirst().isEmpty()) {
                queues.removeFirst();
            } else {
                shuffled.add(queues.getFirst().removeFirst());
            }
        }
        LedgerStory one = told(history);
        LedgerStory other = told(shuffled);
        for (String person : PERSONS) {
            assertThat(other.history(person)).isEqualTo(one.history(person));
        }
    }

    @Property
    void bindsEachPeriodToOneContributionAtMost(@ForAll("histories") List<Sent> history) {
        LedgerStory story = told(history);
        for (String person : PERSONS) {
            var credited =
                    story.recorded().stream()
                            .filter(recorded -> recorded.record().accountId().equals(person))
                            .filter(recorded -> !recorded.record().postings().isEmpty())
                            .map(recorded -> recorded.record().message().get("period"))
                            .toList();
            assertThat(new HashSet<>(credited)).hasSameSizeAs(credited);
        }
    }

    @Provide
    Arbitrary<List<Sent>> histories() {
        Arbitrary<Line> lines =
                Combinators.combine(
                                Arbitraries.of(PERSONS),
                                Arbitraries.of("2024-01", "2024-02", "2024-03", "2026-01"),
                                Arbitraries.of("1", "2"),
                                Arbitraries.of("EMPLOYEE", "FLEXIBLE", "RESIDENT", "RETIREE"),
                                Arbitraries.of("1990-01-01", "1990-01-01", "1960-05-31"),
                                Arbitraries.longs().between(-1, 10_000_000),
                                Arbitraries.longs().between(0, 300_000).injectNull(0.3),
                                Arbitraries.longs().between(0, 900_000).injectNull(0.3))
                        .as((person, period, serial, category, born, base, personal, employer) ->
                                Line.employee(born, period)
                                        .with("accountId", person)
                                        .with("date", "2024-02-05")
                                        .with("serial", serial)
                                        .with("category", category)
                                        .with("baseFen", category.equals("RESIDENT") ? 0L : base)
                                        .with("personalReceivedFen", personal)
                                        .with("employerReceivedFen", employer));
        return Combinators.combine(Arbitraries.integers().between(0, 30), lines)
                .as((id, line) -> new Sent("m" + id, line))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static LedgerStory told(List<Sent> history) {
        var story =
                new LedgerStory()
                        .policy("000000", Map.of("mutualAidFen", 300L))
                        .policy("310000", Map.of("accountYearStartMonth", 7L));
        history.forEach(sent -> send(story, sent));
        return story;
    }

    private static void send(LedgerStory story, Sent sent) {
        story.send(sent.line().accountId(), sent.id(), "contribution", sent.line().fields());
    }

    private static List<String> bytes(LedgerStory story) {
        return story.recorded().stream()
                .map(recorded ->
                        new String(
                                recorded.json().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
