package io.jieyu.audit.command;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.codec.tlog.NoteKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the public keys that are trusted. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Prints the public keys that certificates and proofs are checked against.")
final class KeyCommand implements Callable<Integer> {

    @Mixin private KeyOptions keys = new KeyOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<NoteKey> known = keys.keys();
        if (known.isEmpty()) {
            throw new CannotDecide("no public key: --key KEY|FILE, or start the sandbox once");
        }
        if (spec != null) {
            known.forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
