package io.jieyu.policy.publication.yaml;

import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyDocument.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads the bundled sets; a table with any error is not used, nor the set it belongs to. */
@Component
public class BundledSets {

    private static final LocalDate UNKNOWN_ANNOUNCEMENT = LocalDate.of(1990, 1, 1);
    private static final Set<String> UPKEEP =
            Set.of(
                    "version",
                    "effectiveFrom",
                    "announcedOn",
                    "reviewBy",
                    "legalReference",
                    "provenance");

    /**
     * All tables of the set, by region code.
     *
     * @throws IllegalStateException when a table has an error; the message has all of them
     */
    public List<PolicyTable> tables(String set) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources(
                                    String.format(
                                            Locale.ROOT,
                                            "classpath*:io/jieyu/ledger/policy/%s/*.yaml",
                                            set));
            return Arrays.stream(files)
                    .map(file -> table(set, file))
                    .sorted(Comparator.comparing(PolicyTable::regionCode))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the form of the file, which a wrong one breaks at once
    private static PolicyTable table(String set, Resource file) {
        Map<String, @Nullable Object> tree = tree(file);
        var written = (List<Map<String, @Nullable Object>>) required(tree, "versions", file);
        var versions = new ArrayList<PolicyTable.Version>();
        for (int i = 0; i < written.size(); i++) {
            YearMonth next =
                    i + 1 < written.size() ? month(written.get(i + 1).get("effectiveFrom")) : null;
            versions.add(version(written.get(i), next == null ? null : next.minusMonths(1), file));
        }
        return new PolicyTable(
                set,
                String.valueOf(tree.get("regionCode")),
                (Map<String, String>) required(tree, "name", file),
                versions);
    }

    @SuppressWarnings("unchecked") // as above
    private static PolicyTable.Version version(
            Map<String, @Nullable Object> written, @Nullable YearMonth effectiveTo, Resource file) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(written);
        fields.keySet().removeAll(UPKEEP);
        if (PolicyDocument.read(fields) instanceof Reading.Invalid(var problems)) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%s, version %s:%n%s",
                            file.getFilename(),
                            written.get("version"),
                            problems.stream()
                                    .map(problem -> "  " + problem)
                                    .collect(Collectors.joining("\n"))));
        }
        LocalDate announcedOn = date(written.get("announcedOn"));
        return new PolicyTable.Version(
                String.valueOf(written.get("version")),
                1,
                announcedOn == null ? UNKNOWN_ANNOUNCEMENT : announcedOn,
                month(written.get("effectiveFrom")),
                effectiveTo,
                announcedOn,
                date(written.get("reviewBy")),
                (String) written.get("legalReference"),
                fields,
                (List<Map<String, @Nullable Object>>) required(written, "provenance", file));
    }

    @SuppressWarnings("unchecked") // keys of YAML maps are made texts below
    private static Map<String, @Nullable Object> tree(Resource file) {
        try (InputStream yaml = file.getInputStream()) {
            Object read =
                    new Load(
                                    LoadSettings.builder()
                                            .setLabel(String.valueOf(file.getFilename()))
                                            .build())
                            .loadFromInputStream(yaml);
            return (Map<String, @Nullable Object>) Objects.requireNonNull(json(read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object required(
            Map<String, @Nullable Object> object, String key, Resource file) {
        Object value = object.get(key);
        if (value == null) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s: %s: missing", file.getFilename(), key));
        }
        return value;
    }

    private static @Nullable Object json(@Nullable Object yaml) {
        return switch (yaml) {
            case Map<?, ?> map -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, value) -> object.put(String.valueOf(key), json(value)));
                yield object;
            }
            case List<?> list -> {
                var values = new ArrayList<@Nullable Object>();
                list.forEach(value -> values.add(json(value)));
                yield values;
            }
            case Integer number -> number.longValue();
            case null, default -> yaml;
        };
    }

    private static @Nullable YearMonth month(@Nullable Object value) {
        return value == null ? null : YearMonth.parse((String) value);
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        return value == null ? null : LocalDate.parse((String) value);
    }
}
