package io.jieyu.sandbox.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoChoiceTest {

    @TempDir private Path folder;

    @Test
    void isTheOneThatTheEnvironmentNamesWhateverElseThereIs() throws IOException {
        mongod("rwxr-xr-x");
        var choice = choice(Map.of("JIEYU_MONGODB_URI", " mongodb://me:secret@db/jieyu "));
        assertThat(choice).isEqualTo(new MongoChoice.Elsewhere("mongodb://me:secret@db/jieyu"));
        assertThat(choice.shownUri()).isEqualTo("mongodb://db/jieyu");
    }

    @Test
    void isAMongodOnThePathWithItsDataOnDiskAndOnLoopbackOnly() throws IOException {
        Path program = mongod("rwxr-xr-x");
        var mongod = (MongoChoice.Mongod) choice(Map.of());
        assertThat(mongod).isEqualTo(new MongoChoice.Mongod(program, 27017));
        Path data = folder.resolve("data");
        var launch = mongod.launch(data, folder.resolve("mongo.log"));
        assertThat(data).isDirectory();
        assertThat(launch.command())
                .startsWith(program.toString())
                .containsSubsequence("--dbpath", data.toString())
                .containsSubsequence("--bind_ip", "127.0.0.1")
                .containsSubsequence("--port", "27017");
    }

    @Test
    void isTheEmbeddedOneWhereThereIsNoOther() throws IOException {
        mongod("rw-r--r--");
        assertThat(choice(Map.of("JIEYU_MONGODB_URI", " ")))
                .isEqualTo(new MongoChoice.Embedded(27017));
        assertThat(MongoChoice.of(Map.of(), 1)).isEqualTo(new MongoChoice.Embedded(1));
    }

    private MongoChoice choice(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("PATH", "/nowhere::" + folder);
        return MongoChoice.of(environment, 27017);
    }

    private Path mongod(String permissions) throws IOException {
        Path program = Files.createFile(folder.resolve("mongod"));
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(permissions));
    }
}
