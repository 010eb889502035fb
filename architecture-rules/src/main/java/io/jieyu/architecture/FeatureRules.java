package io.jieyu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Features behind their walls: {@code io.jieyu.<service>.<feature>} holds domain and use cases, its
 * sub-packages hold the technology, and a feature knows of another only what that one's own package
 * shows.
 */
public final class FeatureRules {

    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "org.apache.kafka..",
        "com.mongodb..",
        "org.bson..",
        "jakarta.servlet..",
        "org.snakeyaml.."
    };

    private FeatureRules() {}

    /** No feature of the service uses what lies below another feature's own package. */
    public static ArchRule keepsBehindItsWalls(String service) {
        return classes()
                .that(areInAFeatureOf(service))
                .should(new UseNoInnerPackageOfAnotherFeature(service))
                .because("technology of a feature is its own business (house style, layout)");
    }

    /** A feature's own package is plain Java. */
    public static ArchRule keepsTechnologyInSubPackages(String service) {
        return noClasses()
                .that(areDirectlyInAFeatureOf(service))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .because("technology lives in a sub-package named after it (house style, layout)");
    }

    private static DescribedPredicate<JavaClass> areInAFeatureOf(String service) {
        return describe("are in a feature of " + service, type -> depth(type, service) >= 1);
    }

    private static DescribedPredicate<JavaClass> areDirectlyInAFeatureOf(String service) {
        return describe(
                "are in a feature's own package of " + service, type -> depth(type, service) == 1);
    }

    /** 1 for a feature, 2 and more below; 0 elsewhere, the service root included. */
    private static int depth(JavaClass type, String service) {
        return inner(type, service).size();
    }

    private static List<String> inner(JavaClass type, String service) {
        String prefix = service + ".";
        String name = type.getPackageName();
        return name.startsWith(prefix)
                ? List.of(name.substring(prefix.length()).split("\\."))
                : List.of();
    }

    private static final class UseNoInnerPackageOfAnotherFeature extends ArchCondition<JavaClass> {

        private final String service;

        UseNoInnerPackageOfAnotherFeature(String service) {
            super("use no sub-package of another feature");
            this.service = service;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String feature = inner(type, service).getFirst();
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                List<String> target =
                        inner(dependency.getTargetClass().getBaseComponentType(), service);
                if (target.size() > 1 && !target.getFirst().equals(feature)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }
    }
}
