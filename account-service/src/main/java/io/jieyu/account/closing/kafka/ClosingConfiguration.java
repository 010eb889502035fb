package io.jieyu.account.closing.kafka;

import io.jieyu.account.closing.CloseMessages;
import io.jieyu.account.closing.CloseMonths;
import io.jieyu.account.closing.Closings;
import io.jieyu.account.closing.YearEnds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use case with its ports. */
@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

    @Bean
    CloseMonths closeMonths(Closings closings, YearEnds yearEnds, CloseMessages messages) {
        return new CloseMonths(closings, yearEnds, messages);
    }
}
