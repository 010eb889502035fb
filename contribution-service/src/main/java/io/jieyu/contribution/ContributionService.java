package io.jieyu.contribution;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service as a process of its own. */
@SpringBootApplication
public class ContributionService {

    static void main(String[] args) {
        SpringApplication.run(ContributionService.class, args);
    }
}
