package io.jieyu.document;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.jieyu.architecture.DependencyRules;
import io.jieyu.architecture.ModuleClasses;
import io.jieyu.architecture.NamingRules;
import org.junit.jupiter.api.Test;

/** This module against the rules of the architecture. */
class ArchitectureTest {

    private final JavaClasses module = ModuleClasses.besides(DocumentFile.class);

    @Test
    void importsNoService() {
        DependencyRules.importsNoService("io.jieyu.document").check(module);
    }

    @Test
    void namesPackagesAndClassesAfterWhatTheyAre() {
        NamingRules.packagesAreNamedAfterFeatures().check(module);
        NamingRules.classesAreNamedAfterWhatTheyAre().check(module);
    }

    @Test
    void everyPackageSaysThatNullIsAnException() {
        NamingRules.packagesAreNullMarked().check(module);
    }
}
