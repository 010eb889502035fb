package io.jieyu.sandbox.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Four hundred persons of Beijing through one year: most pay every month, some miss one and pay it
 * back, some stop in spring, and of these some come back in November.
 */
final class SampleYear {

    static final String REGION = "110000";

    private static final int PERSONS = 400;
    private static final int STOPPED = 20;
    private static final int RETURNED = 5;
    private static final int MISSED_ONE = 30;
    private static final int STOP = 3;
    private static final int RETURN = 11;
    private static final int MISSED = 6;
    private static final int DAY = 5;

    private final int year;

    SampleYear(int year) {
        this.year = year;
    }

    /** Who stops in spring and returns in November: frozen in between. */
    String returned() {
        return account(1);
    }

    /** Who stops in spring for good. */
    String stopped() {
        return account(RETURNED + 1);
    }

    /** Who pays every month. */
    String steady() {
        return account(PERSONS);
    }

    /** The lines that are sent in the month. */
    List<Map<String, Object>> lines(YearMonth month) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int person = 1; person <= PERSONS; person++) {
            if (pays(person, month.getMonthValue())) {
                lines.add(line(person, "REGULAR", month, month));
            }
            if (missesOne(person) && month.getMonthValue() == MISSED + 1) {
                lines.add(line(person, "BACK_PAYMENT", month.minusMonths(1), month));
            }
        }
        return lines;
    }

    /** Somebody buys medicine. */
    Map<String, Object> spend(YearMonth month, String account) {
        Map<String, Object> spend = new LinkedHashMap<>();
        spend.put("messageId", "year-" + month + "-spend");
        spend.put("date", month.atDay(2 * DAY).toString());
        spend.put("spendId", account + "/" + month);
        spend.put("amountFen", 3_000);
        spend.put("use", "PHARMACY");
        spend.put("providerId", "H11000017");
        return spend;
    }

    private static boolean pays(int person, int month) {
        boolean stopped = person <= STOPPED && month >= STOP;
        boolean returned = person <= RETURNED && month >= RETURN;
        boolean missed = missesOne(person) && month == MISSED;
        return (!stopped || returned) && !missed;
    }

    private static boolean missesOne(int person) {
        return person > STOPPED && person <= MISSED_ONE;
    }

    private String account(int person) {
        return "%s-Y%d%04d".formatted(REGION, year, person);
    }

    private Map<String, Object> line(
            int person, String type, YearMonth period, YearMonth received) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("messageId", "year-%s-%s-%d".formatted(period, type, person));
        line.put("accountId", account(person));
        line.put("date", received.atDay(DAY).toString());
        line.put("type", type);
        line.put("period", period.toString());
        line.put("serial", "1");
        line.put("category", "EMPLOYEE");
        line.put("employerId", "91110000%010d".formatted(person % 7));
        line.put("birthDate", LocalDate.of(1965 + person % 35, 1 + person % 12, 1).toString());
        line.put("baseFen", 700_000 + person * 2_000);
        line.put("personalReceivedFen", 40_000 + person * 100);
        line.put("employerReceivedFen", 70_000 + person * 200);
        return line;
    }
}
