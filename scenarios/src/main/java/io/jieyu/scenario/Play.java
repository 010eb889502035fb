package io.jieyu.scenario;

import io.jieyu.ledger.account.RegionMonths;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.MemoryLedger;
import io.jieyu.ledger.decision.Recorded;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays a scenario against a ledger in memory, step by step. */
public final class Play {

    private final Scenario scenario;
    private final MemoryLedger ledger;
    private final Sender sender;
    private final Messages messages;
    private final PublishPolicies policies;
    private final Checks checks;

    private Play(Scenario scenario) {
        this.scenario = scenario;
        YearMonth first = scenario.firstMonth();
        this.ledger =
                new MemoryLedger(
                        first == null ? Closes.NONE : Closes.beginningAfter(first.minusMonths(1)));
        this.sender = new Sender(ledger);
        this.messages = new Messages(scenario.persons());
        this.policies = new PublishPolicies(sender, scenario.policySet());
        this.checks = new Checks(scenario, ledger, messages);
    }

    /** The scenario, and everything that was other than it says. */
    public static Played play(Scenario scenario) {
        var play = new Play(scenario);
        play.run();
        return new Played(scenario, play.checks.differences(), play.sender.sent(), play.ledger);
    }

    private void run() {
        policies.publish(scenario);
        for (Step step : scenario.steps()) {
            switch (step.key()) {
                case "close" -> close(step);
                case "paidMonths" -> paidMonths(step);
                case "contributions" -> contributions(step);
                case "publishPolicy" -> publishPolicy(step);
                case "expect" -> checks.expect(step);
                case "total" -> checks.total(step);
                case "explain" -> checks.explain(step);
                case "forecast" -> checks.forecast(step);
                default -> message(step);
            }
            checks.invariants(step);
        }
    }

    private void message(Step step) {
        String id = step.get("id") == null ? "s" + step.number() : step.text("id");
        if (step.get("sameAs") != null) {
            Sent earlier = earlier(step.text("sameAs"));
            checks.beside(step, send(earlier.scope(), earlier.messageId(), step.key(), earlier));
            return;
        }
        Map<String, @Nullable Object> fields = messages.fields(step, id);
        boolean broadcast =
                step.key().equals("policyPublished") || step.key().equals("monthClosed");
        Decision decision =
                broadcast
                        ? sender.broadcast(id, step.key(), fields)
                        : sender.send(messages.account(step), id, step.key(), fields);
        noteBroadcast(step.key(), decision, fields);
        checks.dated(fields.get("date"));
        checks.beside(step, decision);
    }

    private Decision send(String scope, String id, String kind, Sent earlier) {
        return sender.send(scope, id, kind, earlier.fields());
    }

    private void noteBroadcast(
            String kind, Decision decision, Map<String, @Nullable Object> fields) {
        if (kind.equals("policyPublished")) {
            policies.noteIfAccepted(decision, fields);
        } else if (kind.equals("monthClosed")) {
            ledger.sweep();
        }
    }

    private Sent earlier(String id) {
        return sender.sent().stream()
                .filter(sent -> sent.messageId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sameAs: no message " + id));
    }

    private void close(Step step) {
        YearMonth through = YearMonth.parse(step.text("through"));
        Set<String> regions = new LinkedHashSet<>();
        if (step.text("region").equals("ALL")) {
            scenario.persons().values().forEach(person -> regions.add(person.region()));
        } else {
            regions.add(step.text("region"));
        }
        int number = 1;
        for (String region : regions) {
            number = close(step, region, through, number);
        }
    }

    private int close(Step step, String region, YearMonth through, int firstNumber) {
        RegionMonths months = ledger.announced().closes().months(region);
        YearMonth open = months.open();
        int number = firstNumber;
        for (YearMonth month = open == null ? through : open;
                !month.isAfter(through);
                month = month.plusMonths(1)) {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("date", month.plusMonths(1).atDay(1).toString());
            fields.put("regionCode", region);
            fields.put("period", month.toString());
            Decision decision =
                    sender.broadcast("s" + step.number() + "-" + number++, "monthClosed", fields);
            List<Recorded> records = ledger.sweep();
            checks.dated(fields.get("date"));
            checks.beside(step, decision);
            checks.notices(step, records);
        }
        return number;
    }

    private void paidMonths(Step step) {
        YearMonth to = YearMonth.parse(step.text("to"));
        List<String> keys = new ArrayList<>();
        if (step.get("persons") instanceof List<?> list) {
            list.forEach(key -> keys.add(String.valueOf(key)));
        }
        int number = 1;
        for (YearMonth month = YearMonth.parse(step.text("from"));
                !month.isAfter(to);
                month = month.plusMonths(1)) {
            Set<String> regions = new LinkedHashSet<>();
            for (String key : keys) {
                Person person = person(key);
                regions.add(person.region());
                String date = month.atDay(day(step, month)).toString();
                contribute(step, person, month, date, "s" + step.number() + "-" + number++);
            }
            for (String region : regions) {
                number = close(step, region, month, number);
            }
        }
    }

    private void contributions(Step step) {
        YearMonth to = YearMonth.parse(step.text("to"));
        int number = 1;
        for (YearMonth month = YearMonth.parse(step.text("from"));
                !month.isAfter(to);
                month = month.plusMonths(1)) {
            String date =
                    step.get("on") == null
                            ? month.atDay(day(step, month)).toString()
                            : step.text("on");
            contribute(
                    step,
                    person(step.text("person")),
                    month,
                    date,
                    "s" + step.number() + "-" + number++);
        }
    }

    private void contribute(Step step, Person person, YearMonth month, String date, String id) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("date", date);
        fields.put("type", step.get("type") == null ? "REGULAR" : step.get("type"));
        fields.put("period", month.toString());
        fields.put("serial", "1");
        fields.put("category", person.category());
        fields.put("birthDate", person.born());
        Catalogue.put(fields, "base", step.get("base"));
        Decision decision = sender.send(person.accountId(), id, "contribution", fields);
        checks.dated(date);
        checks.beside(step, decision);
    }

    private static int day(Step step, YearMonth month) {
        int day = step.get("day") == null ? 5 : Integer.parseInt(step.text("day"));
        return Math.min(day, month.lengthOfMonth());
    }

    private Person person(String key) {
        Person person = scenario.persons().get(key);
        if (person == null) {
            throw new IllegalArgumentException(key + ": no such person");
        }
        return person;
    }

    @SuppressWarnings("unchecked") // a document of another form is judged by the message
    private void publishPolicy(Step step) {
        if (!(step.get("document") instanceof Map<?, ?> document)) {
            throw new IllegalArgumentException("document: missing (expected: a whole document)");
        }
        List<Decision> decisions =
                policies.publish(
                        step.text("region"),
                        new Document((Map<String, @Nullable Object>) document),
                        step.get("on"),
                        "s" + step.number());
        decisions.forEach(decision -> checks.beside(step, decision));
    }
}
