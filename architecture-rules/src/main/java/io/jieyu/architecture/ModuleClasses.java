package io.jieyu.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** What a module is made of: its own classes, without tests and libraries. */
public final class ModuleClasses {

    private ModuleClasses() {}

    /**
     * All classes that were compiled together with this one.
     *
     * @throws IllegalStateException when there are none: a rule would hold of nothing
     */
    public static JavaClasses besides(Class<?> member) {
        try {
            var location = member.getProtectionDomain().getCodeSource().getLocation();
            var classes = new ClassFileImporter().importPath(Path.of(location.toURI()));
            if (!classes.contain(member)) {
                throw new IllegalStateException(
                        member + " is not among the classes of " + location);
            }
            return classes;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
