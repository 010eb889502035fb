package io.jieyu.ledger.cards;

import static io.jieyu.ledger.account.Card.Status.ACTIVE;
import static io.jieyu.ledger.account.Card.Status.ISSUED_INACTIVE;
import static io.jieyu.ledger.account.Card.Status.LOST;
import static io.jieyu.ledger.account.Card.Status.NONE;
import static io.jieyu.ledger.account.Card.Status.SUSPENDED;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Card;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The six card messages (rulebook 6.7). */
public enum ChangeCard implements MessageRule<CardMessage> {
    ISSUED("cardIssued", Set.of(NONE)),
    ACTIVATED("cardActivated", Set.of(ISSUED_INACTIVE)),
    SUSPEND("cardSuspended", Set.of(ACTIVE)),
    RESUMED("cardResumed", Set.of(SUSPENDED)),
    /** 挂失. */
    REPORTED_LOST("cardReportedLost", Set.of(NONE, ISSUED_INACTIVE, ACTIVE, SUSPENDED)),
    /** 补办. */
    REISSUED("cardReissued", Set.of(LOST));

    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<Card.Status> from;

    ChangeCard(String kind, Set<Card.Status> from) {
        this.kind = kind;
        this.from = from;
    }

    /** The kind of message that makes the change. */
    public String kind() {
        return kind;
    }

    @Override
    public CardMessage read(Fields fields) throws InvalidField {
        return new CardMessage(
                fields.date("date"),
                this == REPORTED_LOST ? fields.optionalText("cardNo") : fields.text("cardNo"),
                this == REISSUED ? fields.optionalText("oldCardNo") : null,
                this == ISSUED && fields.truth("active", false));
    }

    @Override
    public Verdict decide(CardMessage message, Situation situation) {
        Account account = situation.account();
        Optional<Refusal> refusal = Preconditions.existsAndIsNotClosed(account);
        if (refusal.isPresent() || account == null) {
            return MessageRule.refused(refusal.orElseGet(Preconditions::notFound));
        }
        Card card = account.card();
        if (isUnknown(message, card)) {
            return MessageRule.refused(unknown(message));
        }
        if (!from.contains(card.status())) {
            return MessageRule.refused(
                    Refusal.ofState(
                            RefusalCode.CARD_STATE,
                            "a card that is one of " + from + "; it is " + card.status()));
        }
        Draft draft = Draft.of(situation, message.date());
        draft.card(changed(card, message));
        if (this == REISSUED && !draft.isCreditingSuspended()) {
            draft.releaseSuspense();
        }
        return new Verdict.Accepted(draft);
    }

    private boolean isUnknown(CardMessage message, Card card) {
        return switch (this) {
            case ISSUED -> isReplaced(message, card);
            case REISSUED ->
                    !isNewNumber(message, card)
                            || (card.number() != null
                                    && message.oldCardNo() != null
                                    && !message.oldCardNo().equals(card.number()));
            case ACTIVATED, SUSPEND, RESUMED, REPORTED_LOST ->
                    card.number() != null && !card.number().equals(message.cardNo());
        };
    }

    private static boolean isReplaced(CardMessage message, Card card) {
        return message.cardNo() != null && card.replaced().contains(message.cardNo());
    }

    private static boolean isNewNumber(CardMessage message, Card card) {
        return message.cardNo() != null && card.isNew(message.cardNo());
    }

    private Card changed(Card card, CardMessage message) {
        return switch (this) {
            case ISSUED ->
                    card.becomes(message.active() ? ACTIVE : ISSUED_INACTIVE, message.cardNo());
            case ACTIVATED, RESUMED -> card.becomes(ACTIVE, message.cardNo());
            case SUSPEND -> card.becomes(SUSPENDED, message.cardNo());
            case REPORTED_LOST -> card.becomes(LOST, message.cardNo());
            case REISSUED -> card.reissued(Objects.requireNonNull(message.cardNo(), "cardNo"));
        };
    }

    private Refusal unknown(CardMessage message) {
        @Nullable String number =
                this == REISSUED && message.oldCardNo() != null
                        ? message.oldCardNo()
                        : message.cardNo();
        return Refusal.ofField(
                RefusalCode.CARD_UNKNOWN,
                this == REISSUED && message.oldCardNo() != null ? "oldCardNo" : "cardNo",
                number,
                this == ISSUED || this == REISSUED
                        ? "a number that no card of the person has had, in place of the current one"
                        : "the number of the person's card");
    }
}
