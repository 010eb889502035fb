package io.jieyu.sandbox;

import io.jieyu.sandbox.processes.JavaCommand;
import io.jieyu.sandbox.processes.Ports;
import io.jieyu.sandbox.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A project in one folder whose services are stubs, on free ports, with the real program: {@link
 * Sandbox} with a verb, as a process.
 */
final class SandboxMachine {

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private int runs;

    /** One run of the program, alive or not. */
    record Run(Process process, Path said) {

        String output() {
            try {
                return Files.readString(said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int status() throws InterruptedException {
            return process.waitFor();
        }
    }

    SandboxMachine(Path root) throws IOException {
        this.root = root;
        for (Service service : Service.values()) {
            Path target = Files.createDirectories(root.resolve(service.module()).resolve("target"));
            writeJar(target.resolve("jieyu-" + service.module() + "-1-exec.jar"));
            environment.put(service.portSetting(), String.valueOf(Ports.free()));
        }
        environment.put("JIEYU_KAFKA_PORT", String.valueOf(PreflightTest.twoFreePorts()));
        environment.put("JIEYU_MONGODB_PORT", String.valueOf(Ports.free()));
        environment.put("STUB_FAILS", failing().toString());
    }

    /** While this file is there, no service starts. */
    Path failing() {
        return root.resolve("stubs-fail");
    }

    RunFolder runFolder() {
        return RunFolder.of(settings());
    }

    Settings settings() {
        return Settings.of(root, environment);
    }

    /** Starts the program and returns at once. */
    Run start(String... arguments) throws IOException {
        var command = new ArrayList<>(JavaCommand.ofClass(Sandbox.class, 256, arguments));
        command.add(1, "-Djieyu.root=" + root);
        Path said = root.resolve("run-" + ++runs + ".out");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().remove("JIEYU_HOME");
        builder.environment().remove("JIEYU_MONGODB_URI");
        builder.environment().putAll(environment);
        return new Run(builder.start(), said);
    }

    /** Runs the program to its end. */
    Run run(String... arguments) throws IOException, InterruptedException {
        var run = start(arguments);
        run.process().waitFor();
        return run;
    }

    List<RunningServer> alive() {
        return runFolder().servers().stream().filter(RunningServer::isAlive).toList();
    }

    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Name.MANIFEST_VERSION, "1.0");
        main.put(Name.MAIN_CLASS, StubService.class.getName());
        main.put(
                Name.CLASS_PATH,
                StubService.class.getProtectionDomain().getCodeSource().getLocation().toString());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
