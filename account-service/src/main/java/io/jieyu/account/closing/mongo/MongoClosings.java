package io.jieyu.account.closing.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.jieyu.account.closing.Closing;
import io.jieyu.account.closing.Closings;
import io.jieyu.codec.Json;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthSealed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

@Component
class MongoClosings implements Closings {

    private final MongoDatabase database;

    MongoClosings(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Closing> of(String regionCode, YearMonth period) {
        return Optional.ofNullable(
                        database.getCollection(ClosingsProjection.COLLECTION)
                                .find(Filters.eq("_id", regionCode + "/" + period))
                                .first())
                .map(MongoClosings::closing);
    }

    @Override
    public List<Closing> newest(String regionCode, int limit) {
        return database.getCollection(ClosingsProjection.COLLECTION)
                .find(Filters.eq(ClosingsProjection.REGION, regionCode))
                .sort(Sorts.descending(ClosingsProjection.PERIOD))
                .limit(limit)
                .map(MongoClosings::closing)
                .into(new ArrayList<>());
    }

    @Override
    public List<Closing> uncertified() {
        return database.getCollection(ClosingsProjection.COLLECTION)
                .find(
                        Filters.and(
                                Filters.exists(ClosingsProjection.SEALS),
                                Filters.exists(ClosingsProjection.CERTIFIED, false)))
                .map(MongoClosings::closing)
                .into(new ArrayList<>());
    }

    private static Closing closing(Document document) {
        Binary request = document.get(ClosingsProjection.REQUEST, Binary.class);
        Binary certified = document.get(ClosingsProjection.CERTIFIED, Binary.class);
        return new Closing(
                document.getString(ClosingsProjection.REGION),
                YearMonth.parse(document.getString(ClosingsProjection.PERIOD)),
                request == null ? null : Json.read(request.getData(), CloseRequested.class),
                values(document, ClosingsProjection.PROGRESS, CloseProgressed.class),
                values(document, ClosingsProjection.SEALS, MonthSealed.class),
                certified == null ? null : Json.read(certified.getData(), CloseCertified.class));
    }

    private static <T> Map<Integer, T> values(Document document, String field, Class<T> type) {
        var values = new TreeMap<Integer, T>();
        document.get(field, new Document())
                .forEach((partition, value) ->
                        values.put(
                                Integer.parseInt(partition),
                                Json.read(((Binary) value).getData(), type)));
        return values;
    }
}
