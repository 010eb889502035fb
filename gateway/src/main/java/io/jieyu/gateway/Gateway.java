package io.jieyu.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service as a process of its own. */
@SpringBootApplication
public class Gateway {

    static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }
}
