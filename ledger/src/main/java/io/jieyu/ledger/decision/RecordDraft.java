package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.CalendarText;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Bindings;
import io.jieyu.ledger.account.Changes;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Remarks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of one message while it is decided: what is known of it so far, and the ways in which
 * it can end.
 */
final class RecordDraft {

    private static final String CONTRIBUTION = "contribution";

    private final History history;
    private final Message message;
    private @Nullable LocalDate date;
    private @Nullable String businessKey;
    private Hash content = Hash.ZERO;

    RecordDraft(History history, Message message) {
        this.history = history;
        this.message = message;
    }

    /** For the record that a close leaves with an account (rulebook 5.4). */
    static RecordDraft ofClose(History history, Close close, AccountId id) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("regionCode", close.regionCode());
        fields.put("period", close.period().toString());
        var draft =
                new RecordDraft(
                        history,
                        Message.of(
                                close.messageId(),
                                ClosedMonth.KIND,
                                id.toString(),
                                close.position(),
                                fields));
        draft.dated(close.date());
        return draft;
    }

    void dated(LocalDate businessDate) {
        date = businessDate;
    }

    /** The business key that the message binds if it is accepted. */
    RecordDraft binding(@Nullable String key, Hash contentHash) {
        businessKey = key;
        content = contentHash;
        return this;
    }

    /**
     * The key is bound: DUPLICATE when the content is the same, a refusal otherwise (rulebook 5.2).
     */
    Recorded boundAlready(Binding bound, Hash contentHash, String key) {
        if (bound.content().equals(contentHash)) {
            return unchanged(Outcome.DUPLICATE, null, bound.messageId(), List.of());
        }
        return refused(
                Refusal.ofState(
                        RefusalCode.CONFLICTING_DUPLICATE,
                        String.format(
                                Locale.ROOT,
                                "the content of message \"%s\", which has the same key %s",
                                bound.messageId(),
                                key)),
                List.of());
    }

    /**
     * Nothing but the outcome is kept.
     *
     * @param policies ids of the versions that were looked at
     */
    Recorded refused(Refusal refusal, List<String> policies) {
        return unchanged(Outcome.REFUSED, refusal, null, policies);
    }

    /** A broadcast changes no account; what it brings is in the record's message. */
    Recorded announced() {
        Recorded plain = unchanged(Outcome.ACCEPTED, null, null, List.of());
        return businessKey == null
                ? plain
                : new Recorded(
                        plain.record(),
                        plain.json(),
                        plain.after(),
                        Map.of(businessKey, new Binding(message.messageId(), content, null)));
    }

    Recorded accepted(Draft draft, Bindings bindings) {
        Account after = draft.account();
        return accepted(draft, after, Changes.made(history.account(), after), bindings);
    }

    /** The record of a close; empty when it only noted the month (rulebook 8.8). */
    Optional<Recorded> closed(Draft draft, Account after, Bindings bindings) {
        Map<String, @Nullable Object> changes = Changes.made(history.account(), after);
        return draft.postings().isEmpty()
                        && changes.isEmpty()
                        && draft.outcomes().notices().isEmpty()
                ? Optional.empty()
                : Optional.of(accepted(draft, after, changes, bindings));
    }

    private Recorded accepted(
            Draft draft, Account after, Map<String, @Nullable Object> changes, Bindings bindings) {
        return recorded(
                new LedgerRecord(
                        Math.addExact(history.sequence(), 1),
                        history.head(),
                        message.scope(),
                        message.messageId(),
                        message.kind(),
                        date,
                        Outcome.ACCEPTED,
                        null,
                        null,
                        message.fields(),
                        draft.postings(),
                        changes,
                        List.copyOf(draft.outcomes().notices()),
                        draft.outcomes().result(),
                        after.balances(),
                        draft.policies().used()),
                after,
                bindings(draft, bindings));
    }

    /** The message's own key, further ones, and those whose booking has changed. */
    private Map<String, Binding> bindings(Draft draft, Bindings before) {
        var bound = new LinkedHashMap<String, Binding>();
        if (businessKey != null) {
            bound.put(businessKey, new Binding(message.messageId(), content, null));
        }
        draft.outcomes()
                .bound()
                .forEach((key, as) ->
                        bound.put(
                                key,
                                new Binding(
                                        message.messageId(), JsonBytes.hash(as.content()), null)));
        draft.outcomes()
                .bookings()
                .forEach((key, booking) -> {
                    Binding old = bound.containsKey(key) ? bound.get(key) : before.of(key);
                    bound.put(
                            key,
                            old == null
                                    ? new Binding(message.messageId(), Hash.ZERO, booking)
                                    : new Binding(old.messageId(), old.content(), booking));
                });
        return bound;
    }

    private Recorded unchanged(
            Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable String duplicateOf,
            List<String> policies) {
        Account account = history.account();
        return recorded(
                new LedgerRecord(
                        Math.addExact(history.sequence(), 1),
                        history.head(),
                        message.scope(),
                        message.messageId(),
                        message.kind(),
                        date,
                        outcome,
                        refusal,
                        duplicateOf,
                        message.fields(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        account == null ? Balances.ZERO : account.balances(),
                        policies),
                account,
                Map.of());
    }

    private Recorded recorded(
            LedgerRecord record, @Nullable Account after, Map<String, Binding> bindings) {
        var json = RecordJson.of(record);
        return new Recorded(
                record,
                json,
                new History(record.sequence(), json.hash(), after, remarks(record)),
                bindings);
    }

    private Remarks remarks(LedgerRecord record) {
        if (!message.kind().equals(CONTRIBUTION)) {
            return history.remarks();
        }
        return switch (record.outcome()) {
            case ACCEPTED -> history.remarks().accepted(period());
            case DUPLICATE -> history.remarks();
            case REFUSED ->
                    record.refusal() == null
                            ? history.remarks()
                            : history.remarks().refused(record.refusal().code(), period());
        };
    }

    private @Nullable YearMonth period() {
        try {
            return message.fields().get("period") instanceof String text
                    ? CalendarText.month(text)
                    : null;
        } catch (DateTimeException notAMonth) {
            return null;
        }
    }
}
