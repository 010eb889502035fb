package io.jieyu.policy.drafting.web;

import io.jieyu.policy.drafting.DraftPolicies;
import io.jieyu.policy.publication.PolicyJournal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DraftsConfiguration {

    @Bean
    DraftPolicies draftPolicies(PolicyJournal journal, Clock clock) {
        return new DraftPolicies(journal, clock);
    }
}
