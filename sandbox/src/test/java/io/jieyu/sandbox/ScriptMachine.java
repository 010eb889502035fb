package io.jieyu.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine for {@code ./jieyu} in one folder: a home, a path with the usual tools and no more than
 * the test puts there, and a project with the script, which needs JDK 99.
 */
final class ScriptMachine {

    private static final List<String> TOOLS =
            List.of(
                    "awk", "bash", "cat", "dirname", "env", "find", "head", "mkdir", "mv", "sed",
                    "sort", "tail", "tee", "touch");

    private final Path folder;
    private final Path bin;
    private final Path root;

    /** How the script ended and what it said, errors included. */
    record Result(int status, String output) {}

    ScriptMachine(Path folder) throws IOException {
        this.folder = folder;
        this.bin = Files.createDirectories(folder.resolve("bin"));
        this.root = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(folder.resolve("home"));
        for (String tool : TOOLS) {
            onPath(tool, real(tool));
        }
        String original = Files.readString(Path.of("..", "jieyu"));
        executable(script(), original.replace("needed_jdk=25", "needed_jdk=99"));
        file("pom.xml", "<project/>");
        file("sandbox/pom.xml", "<project/>");
        file("sandbox/src/main/java/B.java", "class B {}");
    }

    Path root() {
        return root;
    }

    Path script() {
        return root.resolve("jieyu");
    }

    /** A JDK of that number, whose programs say that they run. */
    Path jdk(String path, int number) throws IOException {
        return jdk(
                path,
                number,
                "for last; do case $last in io.*) echo -n java ;; esac; done; while [ $# -gt 0 ] &&"
                        + " [ \"${1#io.}\" = \"$1\" ]; do shift; done; shift; echo \" $*\"");
    }

    /** A JDK of that number, whose programs are that shell script. */
    Path jdk(String path, int number, String program) throws IOException {
        Path home = folder.resolve(path);
        Path programs = Files.createDirectories(home.resolve("bin"));
        executable(programs.resolve("javac"), "#!/usr/bin/env bash\n");
        executable(
                programs.resolve("java"),
                """
                #!/usr/bin/env bash
                case "$*" in
                  -version) echo 'openjdk version "%d.0.1" 2030-01-01' >&2 ;;
                  -XshowSettings*) echo '    java.home = %s' >&2 ;;
                  *) %s ;;
                esac
                """
                        .formatted(number, home, program));
        return home;
    }

    /** A Maven that is that shell script; its runs are told by {@link #builds}. */
    void maven(String script) throws IOException {
        executable(
                bin.resolve("mvn"),
                "#!/usr/bin/env bash\necho \"$*\" >> %s\n%s\n".formatted(buildsFile(), script));
    }

    /** The arguments of each run of Maven. */
    List<String> builds() throws IOException {
        return Files.exists(buildsFile()) ? Files.readAllLines(buildsFile()) : List.of();
    }

    void onPath(String name, Path program) throws IOException {
        executable(bin.resolve(name), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(program));
    }

    /** A file of the project. */
    Path file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Result run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(script().toString());
        command.addAll(List.of(arguments));
        return execute(environment, command.toArray(String[]::new));
    }

    Result execute(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(command));
        line.set(0, bin.resolve(command[0]).toString());
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Path buildsFile() {
        return folder.resolve("builds");
    }

    private static Path real(String tool) {
        Path program = Path.of("/usr/bin", tool);
        return Files.exists(program) ? program : Path.of("/bin", tool);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
