package io.jieyu.contribution.intake.kafka;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final long PAUSE_MILLIS = 1_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Only an outage ends a transaction: the same lines are read again until it is over, none is
     * ever skipped.
     */
    @Bean
    AfterRollbackProcessor<Object, Object> readAgain() {
        return new DefaultAfterRollbackProcessor<>(
                new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
    }
}
