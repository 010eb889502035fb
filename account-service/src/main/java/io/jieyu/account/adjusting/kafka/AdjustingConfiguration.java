package io.jieyu.account.adjusting.kafka;

import io.jieyu.account.adjusting.AdjustAccounts;
import io.jieyu.account.adjusting.AdjustmentLog;
import io.jieyu.account.inbox.Inbox;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.tables.PublishedTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdjustingConfiguration {

    @Bean
    AdjustAccounts adjustAccounts(
            Accounts accounts, PublishedTables tables, Inbox inbox, AdjustmentLog log) {
        return new AdjustAccounts(accounts, tables, inbox, log);
    }
}
