package io.jieyu.sandbox.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The four services, in the order in which a reader of the table wants to see them. */
public enum Service {
    GATEWAY(8080, "JIEYU_GATEWAY_PORT", 256, "the one door: first page, API, its documentation"),
    CONTRIBUTION_SERVICE(
            8081, "JIEYU_CONTRIBUTIONS_PORT", 384, "takes contribution lines in, checks them"),
    ACCOUNT_SERVICE(8082, "JIEYU_ACCOUNTS_PORT", 768, "credits, keeps and explains the accounts"),
    POLICY_SERVICE(8083, "JIEYU_POLICIES_PORT", 256, "the regions' policy tables");

    /**
     * The form in which the account-service keeps its histories: of data in another form it could
     * not start.
     */
    public static final int STORES_FORM = 4;

    private final int usualPort;
    private final String portSetting;
    private final int heapMegabytes;
    private final String purpose;

    Service(int usualPort, String portSetting, int heapMegabytes, String purpose) {
        this.usualPort = usualPort;
        this.portSetting = portSetting;
        this.heapMegabytes = heapMegabytes;
        this.purpose = purpose;
    }

    /** The name of its module and of its process, e.g. {@code account-service}. */
    public String module() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int usualPort() {
        return usualPort;
    }

    /** The environment variable that gives the sandbox's service another port. */
    public String portSetting() {
        return portSetting;
    }

    public String purpose() {
        return purpose;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Its executable jar below the project's root, if it has been built. */
    public Optional<Path> jar(Path root) {
        Path target = root.resolve(module()).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        String jars = "jieyu-" + module() + "-*-exec.jar";
        try (var found = Files.newDirectoryStream(target, jars)) {
            var jar = found.iterator();
            return jar.hasNext() ? Optional.of(jar.next()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
