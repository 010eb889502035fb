package io.jieyu.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule catches the sample that breaks it, and nothing beside it. */
class BrokenRulesTest {

    private static final String BROKEN = "io.jieyu.architecture.broken";
    private static final JavaClasses SAMPLES = ModuleClasses.besides(BrokenRulesTest.class);
    private static final String FEATURES = BROKEN + ".features";

    @Test
    void catchesAFrameworkInTheCore() {
        ArchRule rule = DependencyRules.dependsOnlyOn(BROKEN);
        assertThat(violations(rule, "frameworks"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("CoreWithFramework", "ArchRule"));
        assertThat(violations(rule, "pure")).isEmpty();
    }

    @Test
    void catchesAModuleThatImportsAService() {
        ArchRule rule = DependencyRules.importsNone(List.of(BROKEN + ".program"));
        assertThat(violations(rule, "importer"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("ImportsProgram", "Program"));
        assertThat(violations(rule, "pure")).isEmpty();
    }

    @Test
    void aServiceMayUseItselfAndNoOther() {
        assertThat(DependencyRules.importsNoService("io.jieyu.account").getDescription())
                .contains("io.jieyu.contribution..", "io.jieyu.policy..", "io.jieyu.gateway..")
                .doesNotContain("io.jieyu.account..");
    }

    @Test
    void catchesAFeatureThatReachesBehindAnothersWall() {
        assertThat(violations(FeatureRules.keepsBehindItsWalls(FEATURES), "features"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("crediting.Crediting"));
    }

    @Test
    void catchesTechnologyInAFeaturesOwnPackage() {
        assertThat(violations(FeatureRules.keepsTechnologyInSubPackages(FEATURES), "features"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("closing.Closing", "Component"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void catchesAQuestionToClockChanceOrMachine(String method) {
        assertThat(violations(CoreRules.readsNoClockAndNoChance(), "clock"))
                .anySatisfy(line -> assertThat(line).contains("Clocks." + method + "("));
    }

    static Stream<String> questions() {
        return classes("clock").stream()
                .flatMap(type -> type.getMethods().stream())
                .map(JavaCodeUnit::getName)
                .filter(name -> !name.startsWith("lambda"))
                .sorted();
    }

    @Test
    void letsPassWhatIsToldLocaleCharsetAndDay() {
        assertThat(violations(CoreRules.readsNoClockAndNoChance(), "pure")).isEmpty();
    }

    @Test
    void catchesFloatingPointWhereverItIsTouched() {
        List<String> violations = violations(CoreRules.countsInWholeNumbers(), "floating");
        assertThat(List.of("Field", "Parameter", "Return", "Call", "List"))
                .allSatisfy(place ->
                        assertThat(violations)
                                .anySatisfy(line -> assertThat(line).contains(place + "Money")));
        assertThat(violations(CoreRules.countsInWholeNumbers(), "pure")).isEmpty();
    }

    @Test
    void catchesAPackageThatIsNamedAfterNothing() {
        ArchRule rule = NamingRules.packagesAreNamedAfterFeatures();
        assertThat(violations(rule, "util")).singleElement().asString().contains("Strings");
        assertThat(violations(rule, "features")).isEmpty();
    }

    @Test
    void catchesClassesThatAreNamedAfterNothing() {
        assertThat(violations(NamingRules.classesAreNamedAfterWhatTheyAre(), "names"))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("ClosingImpl"))
                .anySatisfy(line -> assertThat(line).contains("AccountManager"))
                .anySatisfy(line -> assertThat(line).contains("DateHelper"))
                .anySatisfy(line -> assertThat(line).contains("BaseClosing"))
                .noneSatisfy(line -> assertThat(line).contains("BaseLimits"));
    }

    @Test
    void catchesAPackageThatIsNotNullMarked() {
        ArchRule rule = NamingRules.packagesAreNullMarked();
        assertThat(violations(rule, "unmarked")).singleElement().asString().contains("Unmarked");
        assertThat(violations(rule, "frameworks")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void aRuleThatMeetsNoClassFails(ArchRule rule) {
        JavaClasses none = classes("nowhere");
        assertThatThrownBy(() -> rule.check(none))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    static Stream<ArchRule> allRules() {
        return Stream.of(
                DependencyRules.dependsOnlyOn("io.jieyu.ledger"),
                DependencyRules.importsNoService("io.jieyu.ledger"),
                FeatureRules.keepsBehindItsWalls(FEATURES),
                FeatureRules.keepsTechnologyInSubPackages(FEATURES),
                CoreRules.readsNoClockAndNoChance(),
                CoreRules.countsInWholeNumbers(),
                NamingRules.packagesAreNamedAfterFeatures(),
                NamingRules.classesAreNamedAfterWhatTheyAre(),
                NamingRules.packagesAreNullMarked());
    }

    @Test
    void aServiceWithoutFeaturesFails() {
        ArchRule rule = FeatureRules.keepsBehindItsWalls("io.jieyu.nowhere");
        assertThatThrownBy(() -> rule.check(classes("features")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aModuleIsItsOwnClassesWithoutTests() {
        JavaClasses module = ModuleClasses.besides(NamingRules.class);
        assertThat(module.contain(CoreRules.class)).isTrue();
        assertThat(module.contain(BrokenRulesTest.class)).isFalse();
        assertThat(module.contain(ArchRule.class)).isFalse();
    }

    private static JavaClasses classes(String sample) {
        return SAMPLES.that(resideInAPackage(BROKEN + "." + sample + ".."));
    }

    private static List<String> violations(ArchRule rule, String sample) {
        return rule.evaluate(classes(sample)).getFailureReport().getDetails();
    }
}
