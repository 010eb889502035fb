package io.jieyu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Names that say what a thing is, and packages that say that null is an exception. */
public final class NamingRules {

    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "util", "utils", "common", "commons", "helper", "helpers", "impl", "dto",
                    "dtos", "service");

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Manager|Helper)");

    /** {@code BaseLimits} is a word of the domain (缴费基数); a class to inherit from is none. */
    private static final Pattern FOR_INHERITANCE = Pattern.compile("Base\\p{Lu}.*|.*Base");

    private NamingRules() {}

    /** No package is called util, common, helper, impl, dto or service. */
    public static ArchRule packagesAreNamedAfterFeatures() {
        return classes()
                .should(
                        condition(
                                "be in a package that is named after what it is for",
                                NamingRules::isInAnEmptyPackage))
                .because("the folder list is the architecture (house style, layout)");
    }

    /** No class is called Impl, Manager or Helper, and none to inherit from is called Base. */
    public static ArchRule classesAreNamedAfterWhatTheyAre() {
        return classes()
                .should(condition("be named after what they are", NamingRules::isNamedAfterNothing))
                .because("a name says what a thing is, not that it is one (house style, names)");
    }

    /** Every package is {@link NullMarked}: null only where it is written down. */
    public static ArchRule packagesAreNullMarked() {
        return classes()
                .should(
                        condition(
                                "be in a package that is @NullMarked",
                                type -> !type.getPackage().isAnnotatedWith(NullMarked.class)))
                .because("null is a value only where it is written down (house style, Java)");
    }

    private static boolean isInAnEmptyPackage(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\.")).anyMatch(EMPTY_WORDS::contains);
    }

    private static boolean isNamedAfterNothing(JavaClass type) {
        String name = type.getSimpleName();
        boolean abstractType =
                type.isInterface() || type.getModifiers().contains(JavaModifier.ABSTRACT);
        return EMPTY_NAME.matcher(name).matches()
                || (abstractType && FOR_INHERITANCE.matcher(name).matches());
    }

    private static ArchCondition<JavaClass> condition(String what, Predicate<JavaClass> broken) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (broken.test(type)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getDescription() + " is not: " + what));
                }
            }
        };
    }
}
