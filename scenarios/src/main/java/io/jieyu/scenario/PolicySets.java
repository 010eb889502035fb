package io.jieyu.scenario;

import io.jieyu.document.yaml.ResourceFolder;
import io.jieyu.document.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The policy tables that come with the ledger, by set and region; each set is read once. */
final class PolicySets {

    private static final Map<String, Map<String, Document>> READ = new ConcurrentHashMap<>();

    private PolicySets() {}

    /** The documents of the set by region code; {@code none} has none. */
    static Map<String, Document> of(String set) {
        return set.equals("none") ? Map.of() : READ.computeIfAbsent(set, PolicySets::read);
    }

    @SuppressWarnings("unchecked") // the form of a table, which the ledger's own tests hold
    private static Map<String, Document> read(String set) {
        var documents = new LinkedHashMap<String, Document>();
        for (YamlFile file : ResourceFolder.files("/io/jieyu/ledger/policy/" + set)) {
            var document = (Map<String, @Nullable Object>) file.root();
            if (document != null) {
                documents.put(String.valueOf(document.get("regionCode")), new Document(document));
            }
        }
        return documents;
    }
}
