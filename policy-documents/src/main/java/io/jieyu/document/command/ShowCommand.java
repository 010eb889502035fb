package io.jieyu.document.command;

import io.jieyu.document.ShownPolicy;
import io.jieyu.document.yaml.FileError;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.ledger.policy.PolicySet;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what holds for a region, each value with where it comes from. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what holds for a region in a month, each value with where it comes from:",
            "as the running system has it, or (--policies) as the documents of a folder have it."
        })
final class ShowCommand implements Callable<Integer> {

    private final Clock clock = Clock.system(BusinessDates.CHINA);

    @Parameters(paramLabel = "REGION", description = "Six digits: 110000.")
    private String region = "";

    @Option(
            names = "--on",
            paramLabel = "MONTH",
            description = "The contribution period: 2026-03; this month without it.")
    private @Nullable YearMonth on;

    @Option(
            names = "--known-at",
            paramLabel = "DAY",
            description = "As it was known on this day: 2026-01-15; today without it.")
    private @Nullable LocalDate knownAt;

    @Mixin private SetOptions sets = new SetOptions();

    @Option(
            names = "--json",
            description = "One object: each policy field with its value and from.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws FileError {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!AccountId.isRegionCode(region)) {
            throw new CannotShow("REGION: \"" + region + "\" (expected: six digits)");
        }
        YearMonth month = on == null ? YearMonth.now(clock) : on;
        LocalDate day = knownAt == null ? LocalDate.now(clock) : knownAt;
        ShownPolicy shown =
                sets.isGiven()
                        ? ofSet(sets.set(), month, day)
                        : new RunningSystem().policy(region, month, day);
        if (json) {
            out.println(Values.json(valuesAndOrigins(shown)));
        } else {
            print(out, shown);
        }
        out.flush();
        return 0;
    }

    private ShownPolicy ofSet(PolicySet set, YearMonth month, LocalDate day) {
        return set.knownAt(day)
                .resolved(region, month)
                .map(resolved ->
                        ShownPolicy.of(
                                resolved,
                                day,
                                version -> set.version(version.policyId()).orElseThrow()))
                .orElseThrow(() ->
                        new CannotShow(
                                "no policy for "
                                        + region
                                        + " in "
                                        + month
                                        + ", as known on "
                                        + day
                                        + ": neither it nor its province nor 000000 has a"
                                        + " version for the month in set "
                                        + set.name()));
    }

    private static Map<String, Map<String, @Nullable Object>> valuesAndOrigins(ShownPolicy shown) {
        Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();
        shown.fields()
                .forEach((name, field) -> {
                    Map<String, @Nullable Object> told = new LinkedHashMap<>();
                    told.put("value", field.value());
                    told.put("from", field.from());
                    fields.put(name, told);
                });
        return fields;
    }

    private static void print(PrintWriter out, ShownPolicy shown) {
        out.printf(
                "%s in %s, as known on %s, set %s%n",
                shown.regionCode(), shown.on(), shown.knownAt(), shown.policySet());
        for (ShownPolicy.Step step : shown.steps()) {
            out.printf(
                    "  %-12s from %s, announced %s, review by %s%s%n",
                    step.policyId(),
                    or(step.effectiveFrom(), "the beginning"),
                    or(step.announcedOn(), "on a day not known"),
                    or(step.reviewBy(), "no date"),
                    step.stale() ? ": STALE, a new table is due" : "");
        }
        out.println();
        out.printf("%-28s %-12s %s%n", "FIELD", "FROM", "VALUE");
        shown.fields()
                .forEach((name, field) -> {
                    out.printf(
                            "%-28s %-12s %s%n",
                            name, or(field.from(), "(default)"), Values.line(field.value()));
                    if (!field.sources().isEmpty()) {
                        out.printf(
                                "%-41s   source: %s%n",
                                "",
                                field.sources().stream()
                                        .map(source ->
                                                source.source() + " (" + source.grade() + ")")
                                        .distinct()
                                        .collect(Collectors.joining("; ")));
                    }
                });
    }

    private static String or(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }
}
