package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.Auditor;
import io.jieyu.audit.Progress;
import io.jieyu.audit.Workplace;
import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.recompute.ProveAccount;
import io.jieyu.audit.seals.SealsFound;
import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.codec.tlog.MalformedNote;
import io.jieyu.codec.tlog.NoteKey;
import io.jieyu.codec.tlog.TlogProof;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.decision.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** The auditor, asked about what running services have written. */
final class Audited {

    private static final String SERVICE = "jieyu-account-service";

    private Audited() {}

    /**
     * The verdict, which is clean.
     *
     * @param folder of the servers: the sandbox's key is there
     */
    static Verdict clean(String bootstrap, Path folder) throws IOException, MalformedNote {
        try (TopicSource source = open(bootstrap)) {
            return clean(source, folder);
        }
    }

    static Verdict clean(TopicSource source, Path folder) throws IOException, MalformedNote {
        var progress = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        Verdict verdict;
        try (var workplace = Workplace.fresh(folder.resolve("audit"))) {
            List<NoteKey> keys = List.of(key(folder));
            verdict =
                    new Auditor(source, new Ledger(), AuditScope.ALL, keys, workplace, progress)
                            .run(2);
            workplace.clear();
        }
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.undecided()).isEmpty();
        assertThat(verdict.totals().sumFen()).isZero();
        return verdict;
    }

    /** The proof of an account, from the topics alone. */
    static TlogProof proof(
            TopicSource source, String account, YearMonth period, boolean records, Path folder) {
        AccountId id = AccountId.parse(account);
        return new ProveAccount(source, id, period)
                .make(
                        SealsFound.read(source)
                                .requireCertificate(id.regionCode(), period.toString()),
                        records,
                        folder.resolve("prove"),
                        _ -> {});
    }

    static TopicSource open(String bootstrap) {
        return BrokerSource.open(bootstrap, SERVICE);
    }

    static NoteKey key(Path folder) throws IOException, MalformedNote {
        return NoteKey.parse(Files.readString(folder.resolve("keys/certificates.pub")));
    }
}
