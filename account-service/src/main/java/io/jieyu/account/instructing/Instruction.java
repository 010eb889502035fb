package io.jieyu.account.instructing;

import io.jieyu.contracts.MessageType;
import java.util.Arrays;
import java.util.Optional;

/** What may be asked of an account over HTTP: a path for each kind of message. */
public enum Instruction {
    SPEND("spends", MessageType.SPEND_REQUESTED),
    REFUND("refunds", MessageType.SPEND_REFUNDED),
    BENEFIT_CLAIM("benefit-claims", MessageType.POOLED_BENEFIT_USED),
    CARD_ISSUED("cards/issued", MessageType.CARD_ISSUED),
    CARD_ACTIVATED("cards/activated", MessageType.CARD_ACTIVATED),
    CARD_SUSPENDED("cards/suspended", MessageType.CARD_SUSPENDED),
    CARD_RESUMED("cards/resumed", MessageType.CARD_RESUMED),
    CARD_REPORTED_LOST("cards/reported-lost", MessageType.CARD_REPORTED_LOST),
    CARD_REISSUED("cards/reissued", MessageType.CARD_REISSUED),
    HOLD("holds", MessageType.HOLD_PLACED),
    HOLD_RELEASE("hold-releases", MessageType.HOLD_RELEASED),
    RETIREMENT("retirement", MessageType.RETIREMENT_REGISTERED),
    REVERSAL("reversals", MessageType.CONTRIBUTION_REVERSED),
    REPLACEMENT("replacements", MessageType.CONTRIBUTION_REPLACED),
    TRUE_UP("true-ups", MessageType.TRUE_UP_DECIDED),
    RE_ENROLMENT("re-enrolments", MessageType.REENROLLED),
    SWEEP_REVERSAL("sweep-reversals", MessageType.SWEEP_REVERSED);

    private final String path;
    private final MessageType type;

    Instruction(String path, MessageType type) {
        this.path = path;
        this.type = type;
    }

    /** Its path below the account's. */
    public String path() {
        return path;
    }

    public MessageType type() {
        return type;
    }

    public static Optional<Instruction> at(String path) {
        return Arrays.stream(values())
                .filter(instruction -> instruction.path.equals(path))
                .findFirst();
    }
}
