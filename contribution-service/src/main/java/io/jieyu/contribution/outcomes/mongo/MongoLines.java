package io.jieyu.contribution.outcomes.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.jieyu.contracts.contribution.LineError;
import io.jieyu.contribution.outcomes.LineOutcome;
import io.jieyu.contribution.outcomes.LineState;
import io.jieyu.contribution.outcomes.Lines;
import io.jieyu.ledger.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class MongoLines implements Lines {

    private final MongoCollection<Document> collection;

    MongoLines(MongoDatabase database) {
        this.collection = database.getCollection(LinesProjection.COLLECTION);
    }

    static String id(String accountId, String messageId) {
        return accountId + "/" + messageId;
    }

    @Override
    public List<LineOutcome> ofBatch(String batchId) {
        var byPlace = new TreeMap<Integer, LineOutcome>();
        var withoutPlace = new ArrayList<LineOutcome>();
        for (Document document :
                collection.find(Filters.eq(LinesProjection.BATCHES + ".batchId", batchId))) {
            List<Integer> places = places(document, batchId);
            places.forEach(
                    place -> byPlace.merge(place, outcome(document, place), MongoLines::repaired));
            if (places.isEmpty()) {
                withoutPlace.add(outcome(document, null));
            }
        }
        withoutPlace.sort(Comparator.comparing(line -> String.valueOf(line.messageId())));
        var lines = new ArrayList<>(byPlace.values());
        lines.addAll(withoutPlace);
        return lines;
    }

    @Override
    public Optional<LineOutcome> of(String accountId, String messageId) {
        String id = id(accountId, messageId);
        Document found = collection.find(Filters.eq("_id", id)).first();
        if (found == null) {
            found = collection.find(Filters.eq(LinesProjection.REJECTED, id)).first();
        }
        return found == null ? Optional.empty() : Optional.of(outcome(found, null));
    }

    /** A rejected line may be sent again, repaired, at the same place of the same batch. */
    private static LineOutcome repaired(LineOutcome one, LineOutcome other) {
        return one.state() == LineState.REJECTED ? other : one;
    }

    private static List<Integer> places(Document document, String batchId) {
        return document.getList(LinesProjection.BATCHES, Document.class).stream()
                .filter(place ->
                        batchId.equals(place.getString("batchId"))
                                && place.get("lineNumber") != null)
                .map(place -> place.getLong("lineNumber").intValue())
                .toList();
    }

    private static LineOutcome outcome(Document document, @Nullable Integer lineNumber) {
        Document ledger = document.get("ledger", Document.class);
        List<Document> errors = document.getList("errors", Document.class);
        String accountId = document.getString("accountId");
        String waitsFor = document.getString(LinesProjection.WAITS_FOR);
        return new LineOutcome(
                lineNumber,
                document.getString("messageId"),
                accountId,
                state(ledger, errors, waitsFor),
                ledger == null ? null : ledger.getString("code"),
                ledger == null ? waitsFor : ledger.getString("expected"),
                ledger == null ? null : ledger.getString("duplicateOf"),
                errors == null ? null : errors.stream().map(MongoLines::error).toList(),
                ledger == null
                        ? null
                        : String.format(
                                Locale.ROOT,
                                "/api/accounts/%s/entries/%d",
                                accountId,
                                ledger.getLong("sequence")));
    }

    private static LineState state(
            @Nullable Document ledger, @Nullable List<Document> errors, @Nullable String waitsFor) {
        if (ledger == null) {
            if (errors != null) {
                return LineState.REJECTED;
            }
            return waitsFor == null ? LineState.PENDING : LineState.HELD;
        }
        return switch (Outcome.valueOf(ledger.getString("outcome"))) {
            case ACCEPTED -> LineState.CREDITED;
            case DUPLICATE -> LineState.DUPLICATE;
            case REFUSED -> LineState.REFUSED;
        };
    }

    private static LineError error(Document error) {
        return new LineError(
                error.getString("code"),
                error.getString("field"),
                error.getString("value"),
                error.getString("expected"));
    }
}
