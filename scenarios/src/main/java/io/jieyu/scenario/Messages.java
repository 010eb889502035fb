package io.jieyu.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns message steps into the fields of messages, with the conveniences of the format. */
final class Messages {

    private final Map<String, Person> persons;

    Messages(Map<String, Person> persons) {
        this.persons = persons;
    }

    /** The account that a step speaks of: its {@code accountId}, or that of its person. */
    String account(Step step) {
        if (step.get("accountId") != null) {
            return step.text("accountId");
        }
        Person person = persons.get(step.text("person"));
        if (person == null) {
            throw new IllegalArgumentException(
                    "step " + step.number() + ": no person and no accountId");
        }
        return person.accountId();
    }

    Map<String, @Nullable Object> fields(Step step, String id) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("date", step.get("on"));
        step.body()
                .forEach((name, value) -> {
                    switch (name) {
                        case "person", "accountId", "on", "id" -> {
                            // they name the account, the date and the message
                        }
                        case "at" -> fields.put("at", dateTime(step.get("on"), value));
                        case "replacement" -> fields.put(name, replacement(value));
                        default -> Catalogue.put(fields, name, value);
                    }
                });
        String ownId = Catalogue.ownIdOf(step.key());
        if (ownId != null) {
            fields.putIfAbsent(ownId, id);
        }
        fillIn(step, fields);
        return fields;
    }

    private void fillIn(Step step, Map<String, @Nullable Object> fields) {
        Person person = person(step);
        switch (step.key()) {
            case "contribution" -> {
                fields.putIfAbsent("type", "REGULAR");
                fields.putIfAbsent("serial", "1");
                if (person != null) {
                    putUnlessNamed(step, fields, "birthDate", person.born());
                    putUnlessNamed(step, fields, "category", person.category());
                }
            }
            case "retirementRegistered" -> {
                if (person != null) {
                    putUnlessNamed(step, fields, "birthDate", person.born());
                    putUnlessNamed(step, fields, "sex", person.sex());
                }
            }
            case "contributionReversed", "contributionReplaced" -> {
                fields.putIfAbsent("originalType", "REGULAR");
                fields.putIfAbsent("originalSerial", "1");
            }
            case "transferOutApproved" -> {
                if (person != null && fields.get("targetAccountId") == null) {
                    fields.put("targetAccountId", fields.get("toRegion") + "-" + person.key());
                }
            }
            default -> {
                // every field is named
            }
        }
    }

    private static void putUnlessNamed(
            Step step, Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (!step.has(name)) {
            fields.put(name, value);
        }
    }

    private @Nullable Person person(Step step) {
        Object key = step.get("person");
        if (key != null) {
            return persons.get(String.valueOf(key));
        }
        String account = step.text("accountId");
        return persons.get(account.substring(account.indexOf('-') + 1));
    }

    private static @Nullable Object dateTime(@Nullable Object on, @Nullable Object at) {
        return at instanceof String time && time.matches("\\d\\d:\\d\\d")
                ? on + "T" + time + ":00"
                : at;
    }

    private static @Nullable Object replacement(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, inner) -> Catalogue.put(fields, String.valueOf(name), inner));
        return fields;
    }
}
