package io.jieyu.audit;

import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.codec.InboxReader;
import io.jieyu.codec.Json;
import io.jieyu.codec.tlog.NoteKey;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.scenario.AcceptanceScenarios;
import io.jieyu.scenario.Play;
import io.jieyu.scenario.Sent;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A year of some accounts in several partitions, posted; and the auditor over it. */
final class AuditedStory {

    static final String REGION = "110000";
    private static final int PARTITIONS = 3;

    private static final Map<String, String> TYPES =
            Arrays.stream(MessageType.values())
                    .filter(type -> type.kind().isPresent())
                    .collect(Collectors.toMap(type -> type.kind().get(), MessageType::ceType));

    /** The broadcasts that publish the default policies. */
    private static final List<Sent> POLICIES =
            Play.play(
                            AcceptanceScenarios.all().stream()
                                    .filter(one ->
                                            one.overrides().isEmpty()
                                                    && one.policies().isEmpty()
                                                    && one.policySet().equals("default"))
                                    .findFirst()
                                    .orElseThrow())
                    .sent()
                    .stream()
                    .filter(sent ->
                            sent.kind().equals("policyPublished")
                                    && String.valueOf(sent.fields().get("regionCode"))
                                            .matches("000000|" + REGION))
                    .toList();

    private AuditedStory() {}

    static String account(int number) {
        return REGION + "-P" + number;
    }

    /** Contributions of so many accounts, some spends and refusals, and closes, a year long. */
    static MemorySource year(int accounts, int months) {
        return year(accounts, months, new Ledger());
    }

    static MemorySource year(int accounts, int months, Ledger ledger) {
        MemorySource source = inbox(accounts, months);
        PostedTopics.post(source, ledger, Closes.NONE);
        return source;
    }

    static MemorySource inbox(int accounts, int months) {
        var source = new MemorySource(PARTITIONS);
        POLICIES.forEach(sent -> broadcast(source, sent.messageId(), sent.kind(), sent.fields()));
        YearMonth month = YearMonth.of(2025, 1);
        for (int i = 0; i < months; i++) {
            for (int person = 0; person < accounts; person++) {
                // the third one stops paying in spring, the fourth begins in autumn
                if ((person % 4 != 2 || i < 3) && (person % 4 != 3 || i > 8)) {
                    contribution(source, person, month);
                }
                if (i % 5 == 4 && person % 2 == 0) {
                    spend(source, person, month);
                }
            }
            broadcast(source, "close-" + month, "monthClosed", closed(month));
            month = month.plusMonths(1);
        }
        return source;
    }

    private static Map<String, Object> closed(YearMonth month) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("date", month.plusMonths(1).atDay(1).toString());
        fields.put("regionCode", REGION);
        fields.put("period", month.toString());
        return fields;
    }

    private static void contribution(MemorySource source, int person, YearMonth month) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("accountId", account(person));
        fields.put("date", month.atDay(20).toString());
        fields.put("type", "REGULAR");
        fields.put("period", month.toString());
        fields.put("serial", "1");
        fields.put("category", "EMPLOYEE");
        fields.put("birthDate", "1980-03-0" + (1 + person % 9));
        fields.put("baseFen", 1_000_000 + 1_000 * person);
        send(source, account(person), "c-" + month, "contribution", fields);
    }

    private static void spend(MemorySource source, int person, YearMonth month) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("accountId", account(person));
        fields.put("date", month.atDay(25).toString());
        fields.put("spendId", "S-" + month);
        fields.put("amountFen", 5_000 + person);
        fields.put("use", "PHARMACY");
        fields.put("providerId", "H1");
        send(source, account(person), "spend-" + month, "spend", fields);
    }

    static void send(
            MemorySource source, String scope, String id, String kind, Map<String, ?> fields) {
        int partition = InboxReader.partitionOf(scope, source.partitions(Topic.ACCOUNT_INBOX));
        source.append(
                Topic.ACCOUNT_INBOX,
                partition,
                scope,
                id,
                TYPES.getOrDefault(kind, kind),
                Json.write(fields));
    }

    static void broadcast(MemorySource source, String id, String kind, Map<String, ?> fields) {
        for (int i = 0; i < source.partitions(Topic.ACCOUNT_INBOX); i++) {
            source.append(
                    Topic.ACCOUNT_INBOX,
                    i,
                    Broadcasts.scope(i),
                    id,
                    TYPES.getOrDefault(kind, kind),
                    Json.write(fields));
        }
    }

    static Verdict audit(TopicSource source, Path folder) {
        return audit(source, folder, AuditScope.ALL, List.of());
    }

    static Verdict audit(TopicSource source, Path folder, AuditScope extent, List<NoteKey> keys) {
        var progress = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        try (var workplace = Workplace.fresh(folder)) {
            try {
                return new Auditor(source, new Ledger(), extent, keys, workplace, progress).run(1);
            } finally {
                workplace.clear();
            }
        }
    }
}
