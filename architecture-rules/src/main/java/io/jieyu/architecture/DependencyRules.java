package io.jieyu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which way the arrows between modules point. */
public final class DependencyRules {

    /** The root packages of programs: things that run, on which nothing else builds. */
    private static final List<String> PROGRAMS =
            List.of(
                    "io.jieyu.contribution",
                    "io.jieyu.account",
                    "io.jieyu.policy",
                    "io.jieyu.gateway",
                    "io.jieyu.audit",
                    "io.jieyu.sandbox",
                    "io.jieyu.benchmarks");

    private DependencyRules() {}

    /**
     * Free of frameworks: nothing is imported but these packages, the JDK's {@code java} and
     * JSpecify.
     *
     * @param packages with their sub-packages
     */
    public static ArchRule dependsOnlyOn(String... packages) {
        String[] allowed = new String[packages.length + 2];
        allowed[0] = "java..";
        allowed[1] = "org.jspecify.annotations..";
        for (int i = 0; i < packages.length; i++) {
            allowed[i + 2] = packages[i] + "..";
        }
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because("the core and the contracts outlive every framework (architecture 2.3)");
    }

    /**
     * No module imports a service: services talk by topics and HTTP.
     *
     * @param own root package of the module that is held against the rule
     */
    public static ArchRule importsNoService(String own) {
        return importsNone(PROGRAMS.stream().filter(root -> !root.equals(own)).toList());
    }

    static ArchRule importsNone(List<String> roots) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(roots.stream().map(root -> root + "..").toArray(String[]::new))
                .because("services talk by topics and HTTP, never by imports (architecture 3)");
    }
}
