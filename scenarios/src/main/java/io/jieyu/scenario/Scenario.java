package io.jieyu.scenario;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The story of one scenario file.
 *
 * @param needs parts of the rulebook that it uses
 * @param policySet name of the set; {@code none} for no documents but its own
 * @param overrides by region: policy fields that replace those of the region's own document
 * @param policies by region: whole documents that are added or replace a region's
 * @param firstMonth the month before it is the last closed one of every region; null: nothing is
 *     closed
 */
public record Scenario(
        String name,
        String title,
        Set<String> needs,
        String policySet,
        Map<String, Document> overrides,
        Map<String, Document> policies,
        @Nullable YearMonth firstMonth,
        Map<String, Person> persons,
        List<Step> steps) {}
