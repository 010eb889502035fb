package io.jieyu.audit.command;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.codec.tlog.MalformedNote;
import io.jieyu.codec.tlog.NoteKey;
import io.jieyu.codec.tlog.PersonProof;
import io.jieyu.codec.tlog.PersonProof.Proved;
import io.jieyu.codec.tlog.TlogProof;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a proof, with nothing but the public key. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a tlog-proof, without network and without topics, and says what it proves.",
            "Exit status 0: it proves it, 1: it does not, 2: could not be decided."
        })
final class CheckCommand implements Callable<Integer> {

    private static final int DOES_NOT = 1;

    @Mixin private KeyOptions keys = new KeyOptions();

    @Parameters(paramLabel = "FILE", description = "the proof")
    private Path file = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<NoteKey> known = keys.keys();
        if (known.isEmpty()) {
            throw new CannotDecide("no public key to check against: --key KEY|FILE");
        }
        try {
            tell(PersonProof.check(TlogProof.parse(Files.readString(file)), known));
            return 0;
        } catch (MalformedNote e) {
            print("DOES NOT PROVE ANYTHING: %s", String.valueOf(e.getMessage()));
            return DOES_NOT;
        } catch (IOException e) {
            throw new CannotDecide(file + ": " + e.getMessage(), e);
        }
    }

    private void tell(Proved proved) {
        var balances = proved.balances();
        print("PROVED: at the close %s", proved.checkpoint().origin());
        print("  account %s stood at %s yuan", proved.account(), yuan(balances.balanceFen()));
        print("      current year  %15s", yuan(balances.currentFen()));
        print("      prior years   %15s", yuan(balances.priorFen()));
        beside("suspense", balances.suspenseFen());
        beside("in transit", balances.inTransitFen());
        beside("owed by it", balances.receivableFen());
        print("  after %,d records, the last with the hash %s", proved.sequence(), proved.head());
        print(
                "  one of %,d accounts of its partition under the root of the checkpoint",
                proved.checkpoint().size());
        print("  signed by %s (key id %s)", proved.key().name(), proved.key().id());
        print(
                proved.records() == 0
                        ? "  its records are not attached (prove --records attaches them)"
                        : "  its %,d records are attached, and their chain ends in that hash",
                proved.records());
    }

    private void beside(String what, long fen) {
        if (fen != 0) {
            print("      %-13s %15s", what, yuan(fen));
        }
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a library of its own
    private void print(String format, Object... values) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(String.format(Locale.ROOT, format, values));
            out.flush();
        }
    }
}
