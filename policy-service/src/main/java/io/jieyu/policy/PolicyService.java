package io.jieyu.policy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service as a process of its own. */
@SpringBootApplication
public class PolicyService {

    static void main(String[] args) {
        SpringApplication.run(PolicyService.class, args);
    }
}
