package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.account.Binding;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole ledger in memory: the histories of all accounts of one partition, for stories and trials.
 * Not safe for several threads.
 */
public final class MemoryLedger implements Memory {

    private final Ledger ledger = new Ledger();
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Binding> bindings = new HashMap<>();
    private final List<Recorded> records = new ArrayList<>();
    private Announced announced;
    private long position;

    /** An empty ledger; no month of any region is closed. */
    public MemoryLedger() {
        this(Closes.NONE);
    }

    /** An empty ledger that begins with these months closed. */
    public MemoryLedger(Closes closes) {
        this.announced = new Announced(Announced.NOTHING.policies(), closes);
    }

    /** Decides on the message and remembers what it came to. */
    public Decision send(
            String scope, String messageId, String kind, Map<String, @Nullable Object> fields) {
        var message = Message.of(messageId, kind, scope, position++, fields);
        Decision decision = ledger.decide(history(scope), message, this, announced);
        if (decision instanceof Decision.Decided decided) {
            remember(scope, decided.closes());
            histories.put(scope, decided.after());
            answers.put(scope + '\0' + messageId, decided.message().answer());
            remember(scope, decided.message().bindings());
            records.add(decided.message());
            announced = decided.announced();
        }
        return decision;
    }

    /** Applies the closes of their regions to all accounts; returns the records of this sweep. */
    public List<Recorded> sweep() {
        int before = records.size();
        for (String scope : List.copyOf(histories.keySet())) {
            catchUp(scope);
        }
        return List.copyOf(records.subList(before, records.size()));
    }

    /** Where the account stands, all closes of its region applied. */
    public History caughtUp(AccountId id) {
        catchUp(id.toString());
        return history(id.toString());
    }

    /** What the close of the region's next month would make of the account; nothing happens. */
    public Applied preview(AccountId id, YearMonth month) {
        return ledger.preview(history(id.toString()), id, month, this, announced);
    }

    private void catchUp(String scope) {
        CaughtUp caughtUp = ledger.catchUp(history(scope), scope, this, announced);
        if (histories.containsKey(scope)) {
            remember(scope, caughtUp);
            histories.put(scope, caughtUp.after());
        }
    }

    private void remember(String scope, CaughtUp caughtUp) {
        records.addAll(caughtUp.records());
        remember(scope, caughtUp.bindings());
    }

    private void remember(String scope, Map<String, Binding> changed) {
        changed.forEach((key, binding) -> bindings.put(scope + '\0' + key, binding));
    }

    /** Where the history stands, as its last message left it. */
    public History history(String scope) {
        return histories.getOrDefault(scope, History.EMPTY);
    }

    /** What broadcasts have told so far. */
    public Announced announced() {
        return announced;
    }

    /** Every record that was made, in order. */
    public List<Recorded> records() {
        return Collections.unmodifiableList(records);
    }

    @Override
    public @Nullable Answer answer(String scope, String messageId) {
        return answers.get(scope + '\0' + messageId);
    }

    @Override
    public @Nullable Binding binding(String scope, String businessKey) {
        return bindings.get(scope + '\0' + businessKey);
    }
}
