package io.jieyu.account.instructing.web;

import io.jieyu.account.inbox.Inbox;
import io.jieyu.account.instructing.Instruction;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.reading.Entry;
import io.jieyu.codec.Json;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import io.jieyu.servicekit.web.JsonBody;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts/{accountId}")
@Tag(
        name = "Instructions",
        description =
                "What is asked of one account: the caller's own messageId, the ledger's own answer,"
                        + " the first outcome again on a retry")
class InstructionsController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String MESSAGE_ID = "[\\x21-\\x7e]{1,100}";

    /** There is no such message: it is sent so that the ledger refuses and records it (R98). */
    private static final String BALANCE_SET = "balanceSet";

    private static final String SPEND =
            """
            {"messageId": "H1-2025-000017", "date": "2025-02-05", "spendId": "S-17", "amountFen": 3000,
              "use": "PHARMACY", "providerId": "H11000017"}\
            """;

    private final Inbox inbox;
    private final Accounts accounts;

    InstructionsController(Inbox inbox, Accounts accounts) {
        this.inbox = inbox;
        this.accounts = accounts;
    }

    /**
     * What became of an instruction.
     *
     * @param state DECIDED, or PENDING while the ledger has not answered
     * @param replayed whether the id was known: this is the first outcome again
     * @param entry where the whole record is; null while pending
     * @param ask where to ask again; null when decided
     */
    record InstructionAnswer(
            String messageId,
            String accountId,
            String state,
            @Nullable Boolean replayed,
            @Nullable Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable Map<String, Object> result,
            @Nullable Balances balances,
            @Nullable String entry,
            @Nullable String ask) {

        static InstructionAnswer of(ReplyGiven reply) {
            return new InstructionAnswer(
                    reply.messageId(),
                    reply.accountId(),
                    "DECIDED",
                    reply.replayed(),
                    reply.outcome(),
                    reply.refusal(),
                    reply.result(),
                    reply.balances(),
                    entry(reply.accountId(), reply.sequence()),
                    null);
        }

        static InstructionAnswer of(LedgerRecord record) {
            return new InstructionAnswer(
                    record.messageId(),
                    record.accountId(),
                    "DECIDED",
                    true,
                    record.outcome(),
                    record.refusal(),
                    record.result().isEmpty() ? null : record.result(),
                    record.balances(),
                    entry(record.accountId(), record.sequence()),
                    null);
        }

        static InstructionAnswer pending(String accountId, String messageId) {
            return new InstructionAnswer(
                    messageId,
                    accountId,
                    "PENDING",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "/api/accounts/" + accountId + "/instructions/" + messageId);
        }

        private static String entry(String accountId, long sequence) {
            return "/api/accounts/" + accountId + "/entries/" + sequence;
        }
    }

    @PostMapping({"/{instruction}", "/cards/{change}"})
    @Operation(
            summary = "Instructs the account",
            description =
                    "Paths: spends, refunds, benefit-claims, cards/issued, cards/activated,"
                        + " cards/suspended, cards/resumed, cards/reported-lost, cards/reissued,"
                        + " holds, hold-releases, retirement, reversals, replacements, true-ups,"
                        + " re-enrolments, sweep-reversals. The body has a messageId and the fields"
                        + " of the message. 200: accepted or a duplicate; 422: refused; 202: not"
                        + " answered within two seconds, ask again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(value = SPEND))))
    ResponseEntity<InstructionAnswer> instruct(
            @PathVariable String accountId,
            @PathVariable(required = false) @Nullable String instruction,
            @PathVariable(required = false) @Nullable String change,
            @RequestBody byte[] body) {
        String path = change == null ? String.valueOf(instruction) : "cards/" + change;
        Instruction asked =
                Instruction.at(path)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.NOT_FOUND,
                                        String.format(
                                                Locale.ROOT,
                                                "There is no instruction %s; there are %s.",
                                                path,
                                                Arrays.stream(Instruction.values())
                                                        .map(Instruction::path)
                                                        .collect(Collectors.joining(", ")))));
        return send(accountId, asked.type().ceType(), read(body));
    }

    @PutMapping("/balance")
    @Operation(
            summary = "Refused: nobody can set a balance",
            description =
                    "There is no such message. The attempt is refused by the ledger and recorded.")
    ResponseEntity<InstructionAnswer> setBalance(
            @PathVariable String accountId, @RequestBody byte[] body) {
        return send(accountId, BALANCE_SET, read(body));
    }

    @GetMapping("/instructions/{messageId}")
    @Operation(summary = "What became of an instruction")
    ResponseEntity<InstructionAnswer> instruction(
            @PathVariable String accountId, @PathVariable String messageId) {
        requireAccountId(accountId);
        Optional<Entry> entry = accounts.entryOf(accountId, messageId);
        return entry.map(found -> answered(InstructionAnswer.of(found.record())))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.ACCEPTED)
                                .body(InstructionAnswer.pending(accountId, messageId)));
    }

    private ResponseEntity<InstructionAnswer> send(
            String accountId, String type, Map<String, @Nullable Object> body) {
        requireAccountId(accountId);
        String messageId = messageId(body);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("accountId", accountId);
        body.forEach((name, value) -> {
            if (!name.equals("messageId")) {
                fields.put(name, value);
            }
        });
        return inbox.toAccount(accountId, messageId, type, Json.write(fields), PATIENCE)
                .map(reply -> answered(InstructionAnswer.of(reply)))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.ACCEPTED)
                                .body(InstructionAnswer.pending(accountId, messageId)));
    }

    private static ResponseEntity<InstructionAnswer> answered(InstructionAnswer answer) {
        return ResponseEntity.status(
                        answer.outcome() == Outcome.REFUSED
                                ? HttpStatus.UNPROCESSABLE_CONTENT
                                : HttpStatus.OK)
                .body(answer);
    }

    private static Map<String, @Nullable Object> read(byte[] body) {
        Map<String, @Nullable Object> tree = JsonBody.object(body);
        for (String field : List.of("accountId", "causedBy")) {
            if (tree.get(field) != null) {
                throw Problem.invalid(
                        field,
                        tree.get(field),
                        field.equals("accountId")
                                ? "nothing: the path names the account"
                                : "nothing: no message from outside carries it");
            }
        }
        return tree;
    }

    private static String messageId(Map<String, @Nullable Object> body) {
        if (body.get("messageId") instanceof String id && id.matches(MESSAGE_ID)) {
            return id;
        }
        throw Problem.invalid(
                "messageId",
                body.get("messageId"),
                "the caller's own permanent id, 1 to 100 visible ASCII characters");
    }

    private static void requireAccountId(String accountId) {
        if (!AccountId.isValid(accountId)) {
            throw Problem.invalid("accountId", accountId, AccountId.EXPECTED);
        }
    }
}
