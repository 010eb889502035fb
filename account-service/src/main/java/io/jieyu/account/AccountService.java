package io.jieyu.account;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service as a process of its own. */
@SpringBootApplication
public class AccountService {

    static void main(String[] args) {
        SpringApplication.run(AccountService.class, args);
    }
}
