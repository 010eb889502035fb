package io.jieyu.servicekit.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.account.RedriveRequested;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.contracts.contribution.ContributionReceived;
import io.jieyu.contracts.contribution.ContributionRejected;
import io.jieyu.contracts.contribution.ContributionSubmitted;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.LedgerRecord;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** The mapper of the services reads and writes what the contracts have approved. */
class ApprovedSamplesTest {

    @ParameterizedTest
    @EnumSource
    void readsTheSampleAndWritesItAgainAsItStood(MessageType type) throws IOException {
        byte[] sample = sample(type);
        assertThat(Json.MAPPER.readTree(Json.write(Json.read(sample, recordOf(type)))))
                .isEqualTo(Json.MAPPER.readTree(sample));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatALaterSenderWrites(MessageType type) throws IOException {
        byte[] sample = sample(type);
        var later = (ObjectNode) Json.MAPPER.readTree(sample);
        later.putObject("fieldOfTomorrow").put("amountFen", 1);
        assertThat((Object) Json.read(Json.write(later), recordOf(type)))
                .isEqualTo(Json.read(sample, recordOf(type)));
    }

    private static byte[] sample(MessageType type) throws IOException {
        String name = "samples/" + type.ceType() + ".json";
        try (var stream = MessageType.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    private static Class<? extends Record> recordOf(MessageType type) {
        return switch (type) {
            case CONTRIBUTION_SUBMITTED -> ContributionSubmitted.class;
            case CONTRIBUTION_REJECTED -> ContributionRejected.class;
            case CONTRIBUTION_RECEIVED -> ContributionReceived.class;
            case POLICY_PUBLISHED -> PolicyPublished.class;
            case REDRIVE_REQUESTED -> RedriveRequested.class;
            case LEDGER_RECORDED -> LedgerRecord.class;
            case REPLY_GIVEN -> ReplyGiven.class;
            case POLICY_TABLE -> PolicyTable.class;
        };
    }
}
