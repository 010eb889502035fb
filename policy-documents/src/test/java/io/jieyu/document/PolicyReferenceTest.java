package io.jieyu.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.RegionDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PolicyReferenceTest {

    @Test
    void thePageIsThatOfTheSchema() {
        Reviewed.holds(
                Path.of("../docs/reference/policy.md"), PolicyReference.of(PublishedSchema.tree()));
    }

    @Test
    void namesEveryFieldAndEveryKey() {
        String page = PolicyReference.of(PublishedSchema.tree());
        assertThat(PolicyDocument.NAMES)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
        assertThat(RegionDocument.UPKEEP)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    @Test
    void changesWithTheSchema() {
        var other = PublishedSchema.tree();
        ((ObjectNode) other.at("/$defs/version/properties/mutualAidFen"))
                .put("description", "Another");
        assertThat(PolicyReference.of(other)).contains("| Another |");
    }
}
