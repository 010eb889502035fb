package io.jieyu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the core must not do, so that a replay gives the same bytes anywhere and at any time. */
public final class CoreRules {

    private static final String RANDOM = "java.util.random.RandomGenerator";

    /** Methods by owner: what they answer depends on when, where or by whom they are asked. */
    private static final Map<String, Set<String>> OUTSIDE_WORLD =
            Map.of(
                    "java.lang.System",
                    Set.of(
                            "currentTimeMillis",
                            "nanoTime",
                            "getenv",
                            "getProperty",
                            "getProperties",
                            "identityHashCode"),
                    "java.lang.Math",
                    Set.of("random"),
                    "java.util.UUID",
                    Set.of("randomUUID"),
                    "java.util.Locale",
                    Set.of("getDefault"),
                    "java.util.TimeZone",
                    Set.of("getDefault"),
                    "java.time.ZoneId",
                    Set.of("systemDefault"),
                    "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tick", "tickMillis"),
                    "java.nio.charset.Charset",
                    Set.of("defaultCharset"),
                    "java.util.Collections",
                    Set.of("shuffle"));

    /** Without a locale, these take the default one of the machine. */
    private static final Map<String, Set<String>> LOCALE_OR_CHARSET =
            Map.of(
                    "java.lang.String",
                    Set.of(
                            "toLowerCase",
                            "toUpperCase",
                            "format",
                            "formatted",
                            "getBytes",
                            "<init>"),
                    "java.time.format.DateTimeFormatter",
                    Set.of("ofPattern"),
                    "java.util.Formatter",
                    Set.of("<init>"),
                    "java.text.DecimalFormat",
                    Set.of("<init>"),
                    "java.text.NumberFormat",
                    Set.of("getInstance", "getNumberInstance", "getCurrencyInstance"));

    private static final Set<String> CHOICE =
            Set.of(
                    "java.util.Locale",
                    "java.nio.charset.Charset",
                    "java.text.DecimalFormatSymbols");

    private static final Set<String> FLOATING =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private CoreRules() {}

    /** No clock, no randomness, nothing of the machine: whatever varies comes in a message. */
    public static ArchRule readsNoClockAndNoChance() {
        return classes()
                .should(new AskNobodyOutside())
                .because("the ledger is a pure function of its inbox (rulebook 1.2)");
    }

    /** Money is {@code long} fen: no floating point in fields, parameters, returns and calls. */
    public static ArchRule countsInWholeNumbers() {
        return classes()
                .should(new TouchNoFloatingPoint())
                .because("a fen is never rounded by accident (rulebook 1.5)");
    }

    private static boolean isOutsideWorld(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean clock = owner.startsWith("java.time.") && name.equals("now");
        boolean chance =
                target.getOwner().isAssignableTo(RANDOM)
                        || owner.equals("java.util.Random")
                        || owner.equals("java.util.SplittableRandom")
                        || owner.equals("java.util.concurrent.ThreadLocalRandom")
                        || owner.equals("java.security.SecureRandom");
        return clock
                || chance
                || OUTSIDE_WORLD.getOrDefault(owner, Set.of()).contains(name)
                || takesTheDefault(target, owner, name);
    }

    private static boolean takesTheDefault(CodeUnitAccessTarget target, String owner, String name) {
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        if (!LOCALE_OR_CHARSET.getOrDefault(owner, Set.of()).contains(name)
                || parameters.stream().anyMatch(CHOICE::contains)) {
            return false;
        }
        boolean text = owner.equals("java.lang.String");
        boolean ofBytes = parameters.contains("[B");
        boolean nameOfCharset = ofBytes && parameters.contains("java.lang.String");
        return !text || !name.equals("<init>") || (ofBytes && !nameOfCharset);
    }

    private static final class AskNobodyOutside extends ArchCondition<JavaClass> {

        AskNobodyOutside() {
            super("ask neither clock nor chance nor machine");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getCodeUnitAccessesFromSelf().stream()
                    .filter(access -> isOutsideWorld(access.getTarget()))
                    .map(access -> SimpleConditionEvent.violated(type, access.getDescription()))
                    .forEach(events::add);
        }
    }

    private static final class TouchNoFloatingPoint extends ArchCondition<JavaClass> {

        TouchNoFloatingPoint() {
            super("touch no double and no float");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaField field : type.getFields()) {
                report(type, events, field.getDescription(), Stream.of(field.getRawType()));
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                report(type, events, unit.getDescription(), signature(unit));
                unit.getCallsFromSelf()
                        .forEach(call ->
                                report(
                                        type,
                                        events,
                                        call.getDescription(),
                                        signature(call.getTarget())));
            }
        }

        private static Stream<JavaClass> signature(JavaCodeUnit unit) {
            return Stream.concat(
                    unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
        }

        private static Stream<JavaClass> signature(CodeUnitAccessTarget target) {
            return Stream.concat(
                    target.getRawParameterTypes().stream(), Stream.of(target.getRawReturnType()));
        }

        private static void report(
                JavaClass type, ConditionEvents events, String what, Stream<JavaClass> types) {
            if (types.map(JavaClass::getBaseComponentType)
                    .anyMatch(one -> FLOATING.contains(one.getName()))) {
                events.add(SimpleConditionEvent.violated(type, what));
            }
        }
    }
}
