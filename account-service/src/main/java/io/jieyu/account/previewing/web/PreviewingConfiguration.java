package io.jieyu.account.previewing.web;

import io.jieyu.account.inbox.Inbox;
import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.account.previewing.PreviewPolicies;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.tables.PublishedTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PreviewingConfiguration {

    @Bean
    PreviewPolicies previewPolicies(
            Accounts accounts, LiveAccounts live, PublishedTables tables, Inbox inbox) {
        return new PreviewPolicies(accounts, live, tables, inbox.partitions());
    }
}
