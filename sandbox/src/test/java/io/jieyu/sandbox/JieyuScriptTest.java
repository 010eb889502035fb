package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code ./jieyu} on a machine that the test has made up; it needs JDK 99 there, so that
 * no JDK of the real machine will do.
 */
class JieyuScriptTest {

    private static final List<String> MODULES =
            List.of("gateway", "contribution-service", "account-service", "policy-service");

    @TempDir private Path folder;
    private ScriptMachine machine;

    @BeforeEach
    void onAMachineWithNothing() throws IOException {
        machine = new ScriptMachine(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "status",
                "down",
                "demo",
                "scenario",
                "policy",
                "audit",
                "bench",
                "test",
                "help"
            })
    void explainsEachVerbInALine(String verb) throws Exception {
        var help = machine.run("help");
        assertThat(help.status()).isZero();
        assertThat(help.output().lines())
                .filteredOn(line -> line.startsWith("  " + verb + " "))
                .singleElement()
                .satisfies(line -> assertThat(line).matches(" {2}\\w+ {2,}\\w.*"));
        assertThat(machine.run()).isEqualTo(help);
    }

    @Test
    void refusesAVerbThatItDoesNotKnow() throws Exception {
        assertThat(machine.run("fly"))
                .isEqualTo(
                        new ScriptMachine.Result(
                                2, "jieyu: fly: no such verb (./jieyu help lists them)\n"));
    }

    @Test
    void takesTheJdkThatJavaHomeNames() throws Exception {
        machine.maven("echo $JAVA_HOME $*");
        machine.jdk("home/.jdks/jdk-100", 100);
        Path named = machine.jdk("named", 99);
        assertThat(machine.run(Map.of("JAVA_HOME", named.toString()), "test").output())
                .isEqualTo(named + " --batch-mode --no-transfer-progress verify --fail-at-end\n");
    }

    @Test
    void findsANewEnoughJdkWhereJavaHomeNamesAnOldOne() throws Exception {
        machine.maven("echo $JAVA_HOME");
        Path old = machine.jdk("old", 17);
        Path found = machine.jdk("home/.sdkman/candidates/java/99-tem", 99);
        assertThat(machine.run(Map.of("JAVA_HOME", old.toString()), "test").output())
                .isEqualTo(found + "\n");
    }

    @Test
    void findsTheJdkOfTheJavaOnThePath() throws Exception {
        machine.maven("echo $JAVA_HOME");
        Path found = machine.jdk("somewhere", 99);
        machine.onPath("java", found.resolve("bin").resolve("java"));
        assertThat(machine.run("test").output()).isEqualTo(found + "\n");
    }

    @Test
    void saysWhatToInstallWhereNoJdkIsNewEnough() throws Exception {
        machine.maven("echo never");
        Path old = machine.jdk("old", 98);
        Path withoutCompiler = machine.jdk("home/.jdks/jre", 99);
        Files.delete(withoutCompiler.resolve("bin").resolve("javac"));
        var result = machine.run(Map.of("JAVA_HOME", old.toString()), "up");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith("jieyu: no JDK 99 or later found: install one (https://")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "test", "bench"})
    void saysWhatToInstallWhereThereIsNoMaven(String verb) throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        var result = machine.run(verb);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith("jieyu: no mvn on the path: install Maven")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "down", "demo"})
    void saysThatNothingIsBuilt(String verb) throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        assertThat(machine.run(verb))
                .isEqualTo(
                        new ScriptMachine.Result(
                                1, "jieyu: nothing is built, so nothing runs: ./jieyu up\n"));
    }

    @Test
    void buildsOnlyWhatIsNotBuiltAndRunsNoTests() throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        machine.maven(buildingAll());
        Path source = machine.file("gateway/src/main/java/A.java", "class A {}");
        assertThat(machine.run("up", "--detach").output()).contains("Building", "java up --detach");
        assertThat(machine.builds()).hasSize(1).first().asString().contains("-Dmaven.test.skip");
        assertThat(machine.run("up").output()).isEqualTo("java up\n");
        assertThat(machine.builds()).hasSize(1);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        machine.run("up");
        assertThat(machine.builds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway/target/jieyu-gateway-1-exec.jar",
                "account-service/target/jieyu-account-service-1-exec.jar",
                "sandbox/target/jieyu-sandbox-1.jar",
                "benchmarks/target/jieyu-benchmarks-1.jar",
                "policy-documents/target/jieyu-policy-documents-1.jar",
                "scenarios/target/jieyu-scenarios-1.jar",
                "auditor/target/jieyu-auditor-1.jar"
            })
    void buildsAgainWhenAJarIsMissing(String jar) throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        machine.maven(buildingAll());
        machine.run("up");
        Files.delete(machine.root().resolve(jar));
        var result = machine.run("up");
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(machine.builds()).as(result.output()).hasSize(2);
        assertThat(machine.root().resolve(jar)).exists();
    }

    @Test
    void runsTheProgramOfTheJarThatWasBuilt() throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99, "echo \"$*\"");
        machine.maven(buildingAll());
        assertThat(machine.run("up").output())
                .contains("-cp " + machine.root() + "/sandbox/target/jieyu-sandbox-1.jar:")
                .contains("-Djieyu.root=" + machine.root())
                .endsWith("io.jieyu.sandbox.Sandbox up\n");
    }

    @Test
    void showsTheEndOfTheLogOfAFailedBuildAndBuildsAgainNextTime() throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        machine.maven(buildingAll() + "echo 'the reason'; exit 1");
        for (int attempt = 1; attempt <= 2; attempt++) {
            var result = machine.run("up");
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.output()).contains("the reason", "jieyu: the build failed");
            assertThat(machine.builds()).hasSize(attempt);
        }
    }

    @Test
    void replacesNoJarThatIsRunning() throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        machine.maven(buildingAll());
        machine.file(".jieyu/run/kafka.pid", "pid=" + ProcessHandle.current().pid() + "\n");
        var result = machine.run("test");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("Jieyu is running", "./jieyu down first");
        assertThat(machine.builds()).isEmpty();
    }

    @Test
    void isNotDeceivedByAPidFileThatWasLeftBehind() throws Exception {
        machine.jdk("home/.jdks/jdk-99", 99);
        machine.maven("exit 0");
        machine.file(".jieyu/run/kafka.pid", "pid=999999999\n");
        assertThat(machine.run("test").status()).isZero();
    }

    @Test
    void pleasesShellcheck() throws Exception {
        Path shellcheck = Path.of("/usr/bin/shellcheck");
        assumeTrue(Files.isExecutable(shellcheck), "no shellcheck on this machine");
        machine.onPath("shellcheck", shellcheck);
        assertThat(machine.execute(Map.of(), "shellcheck", machine.script().toString()))
                .isEqualTo(new ScriptMachine.Result(0, ""));
    }

    private static String buildingAll() {
        var script = new StringBuilder();
        for (String module : MODULES) {
            script.append(jars(module, "", "-exec"));
        }
        return script.append(jars("sandbox", ""))
                .append(jars("benchmarks", ""))
                .append(jars("policy-documents", ""))
                .append(jars("scenarios", ""))
                .append(jars("auditor", ""))
                .append(
                        "mkdir -p"
                            + " {sandbox,benchmarks,policy-documents,scenarios,auditor}/target/lib\n")
                .toString();
    }

    private static String jars(String module, String... kinds) {
        var script = new StringBuilder("mkdir -p %s/target\n".formatted(module));
        for (String kind : kinds) {
            script.append("touch %1$s/target/jieyu-%1$s-1%2$s.jar\n".formatted(module, kind));
        }
        return script.toString();
    }
}
