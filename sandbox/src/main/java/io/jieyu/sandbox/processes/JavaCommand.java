package io.jieyu.sandbox.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Command lines for Java programs on the JDK and, for a class, the class path of this very process.
 * The options are those of the images and of the {@code jieyu} script; docs/performance.md says
 * why.
 */
public final class JavaCommand {

    private JavaCommand() {}

    public static List<String> ofClass(Class<?> program, int heapMegabytes, String... arguments) {
        var start = Stream.of("-cp", System.getProperty("java.class.path"), program.getName());
        return command(heapMegabytes, Stream.concat(start, Stream.of(arguments)));
    }

    public static List<String> ofJar(Path jar, int heapMegabytes) {
        return command(heapMegabytes, Stream.of("-jar", jar.toString()));
    }

    private static List<String> command(int heapMegabytes, Stream<String> program) {
        var java =
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseParallelGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
        return Stream.concat(java, program).toList();
    }
}
