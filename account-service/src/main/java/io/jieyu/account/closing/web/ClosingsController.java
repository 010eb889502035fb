package io.jieyu.account.closing.web;

import io.jieyu.account.closing.Certificate;
import io.jieyu.account.closing.CloseMessages;
import io.jieyu.account.closing.CloseMonths;
import io.jieyu.account.closing.CloseMonths.Answer;
import io.jieyu.account.closing.Closing;
import io.jieyu.account.closing.Closings;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.servicekit.projection.Checkpoint;
import io.jieyu.servicekit.projection.Projections;
import io.jieyu.servicekit.web.JsonBody;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/closings")
@Tag(
        name = "Closes",
        description = "The close of a month or a year, and the proof that it is complete")
class ClosingsController {

    private static final int MOST_SHOWN = 24;
    private static final String COLLECTION = "closings";
    private static final String REQUEST =
            """
            {"regionCode": "110000", "period": "2025-01", "requestedBy": "clerk-3"}\
            """;

    private final CloseMonths closes;
    private final Closings closings;
    private final CloseMessages messages;
    private final Projections projections;
    private final Clock clock;

    ClosingsController(
            CloseMonths closes,
            Closings closings,
            CloseMessages messages,
            Projections projections,
            Clock clock) {
        this.closes = closes;
        this.closings = closings;
        this.messages = messages;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * How far a partition is.
     *
     * @param state WAITING for the close, SWEEPING its accounts, or SEALED
     */
    record PartitionProgress(
            int partition, String state, long accountsExpected, long accountsSealed) {}

    /**
     * A close.
     *
     * @param certificate null until it is complete
     * @param signed the signed certificate; null until it is there
     * @param next what to do next
     */
    record ShownClosing(
            String regionCode,
            YearMonth period,
            Closing.State state,
            @Nullable String requestedBy,
            List<PartitionProgress> partitions,
            @Nullable Certificate certificate,
            @Nullable CloseCertified signed,
            String next) {}

    record ShownClosings(List<ShownClosing> closings, List<Checkpoint> asOf) {}

    @PostMapping
    @Operation(
            summary = "Asks for the close of a month",
            description =
                    "The next month is refused until the last one is complete. A month that ends an"
                            + " account year waits for a second person. The same request again is"
                            + " harmless.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(value = REQUEST))))
    ResponseEntity<ShownClosing> request(@RequestBody byte[] body) {
        Fields fields = new Fields(JsonBody.object(body));
        requireUpToDate();
        try {
            String region = fields.text("regionCode");
            requireRegion(region);
            LocalDate date = fields.optionalDate("date");
            return taken(
                    closes.request(
                            region,
                            fields.month("period"),
                            date == null
                                    ? LocalDate.now(clock.withZone(BusinessDates.CHINA))
                                    : date,
                            fields.text("requestedBy")));
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    @PostMapping("/{regionCode}/{period}/confirmation")
    @Operation(
            summary = "Confirms a year end",
            description = "By somebody else than who asked for it.")
    ResponseEntity<ShownClosing> confirm(
            @PathVariable String regionCode,
            @PathVariable String period,
            @RequestBody byte[] body) {
        requireUpToDate();
        try {
            return taken(
                    closes.confirm(
                            regionCode,
                            month(period),
                            new Fields(JsonBody.object(body)).text("confirmedBy")));
        } catch (InvalidField invalid) {
            throw Problem.invalid(invalid);
        }
    }

    @GetMapping("/{regionCode}/{period}")
    @Operation(summary = "How far a close is, and its certificate when it is complete")
    ShownClosing closing(@PathVariable String regionCode, @PathVariable String period) {
        requireUpToDate();
        return closings.of(regionCode, month(period))
                .map(this::shown)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.CLOSING_NOT_FOUND,
                                String.format(
                                        Locale.ROOT,
                                        "Nobody has asked for the close of %s for %s; POST"
                                                + " /api/closings does.",
                                        period,
                                        regionCode)));
    }

    @GetMapping("/{regionCode}")
    @Operation(summary = "The closes of a region, newest first")
    ShownClosings closings(@PathVariable String regionCode) {
        requireRegion(regionCode);
        List<Checkpoint> asOf = requireUpToDate();
        return new ShownClosings(
                closings.newest(regionCode, MOST_SHOWN).stream().map(this::shown).toList(), asOf);
    }

    private ResponseEntity<ShownClosing> taken(Answer answer) {
        return switch (answer) {
            case Answer.Taken(var closing) -> {
                ShownClosing shown = shown(closing);
                yield ResponseEntity.status(
                                shown.state() == Closing.State.COMPLETE
                                        ? HttpStatus.OK
                                        : HttpStatus.ACCEPTED)
                        .body(shown);
            }
            case Answer.Refused(var why, var detail) ->
                    throw new Problem(ProblemCode.valueOf(why.name()), detail);
        };
    }

    private ShownClosing shown(Closing closing) {
        int count = messages.partitions();
        Closing.State state =
                closing.request() == null && !closing.isBegun()
                        ? Closing.State.SWEEPING
                        : closing.state(count);
        var partitions = new ArrayList<PartitionProgress>();
        for (int i = 0; i < count; i++) {
            partitions.add(progress(i, closing));
        }
        return new ShownClosing(
                closing.regionCode(),
                closing.period(),
                state,
                closing.request() == null ? null : closing.request().requestedBy(),
                partitions,
                closing.certificate(count).orElse(null),
                closing.certified(),
                next(closing, state));
    }

    private static PartitionProgress progress(int partition, Closing closing) {
        MonthSealed seal = closing.seals().get(partition);
        if (seal != null) {
            return new PartitionProgress(
                    partition, "SEALED", seal.accountsExpected(), seal.accountsSealed());
        }
        CloseProgressed progress = closing.progress().get(partition);
        return progress == null
                ? new PartitionProgress(partition, "WAITING", 0, 0)
                : new PartitionProgress(
                        partition,
                        "SWEEPING",
                        progress.accountsExpected(),
                        progress.accountsSealed());
    }

    private static String next(Closing closing, Closing.State state) {
        String path = "/api/closings/" + closing.regionCode() + "/" + closing.period();
        return switch (state) {
            case AWAITING_CONFIRMATION ->
                    "A second person confirms the year end: POST " + path + "/confirmation";
            case SWEEPING -> "GET " + path + " shows the certificate when it is complete.";
            case COMPLETE -> closing.period().plusMonths(1) + " is open; it may be closed next.";
        };
    }

    private List<Checkpoint> requireUpToDate() {
        return projections
                .asOf(COLLECTION)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.READ_SIDE_BEHIND,
                                "The closes are being read from the topics; ask again in a"
                                        + " moment."));
    }

    static void requireRegion(String regionCode) {
        if (!AccountId.isRegionCode(regionCode)) {
            throw Problem.invalid("regionCode", regionCode, "six digits");
        }
    }

    private static YearMonth month(String period) {
        try {
            return YearMonth.parse(period);
        } catch (DateTimeException notAMonth) {
            throw Problem.invalid("period", period, "a month such as 2025-01");
        }
    }
}
