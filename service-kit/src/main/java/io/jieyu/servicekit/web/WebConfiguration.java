package io.jieyu.servicekit.web;

import io.jieyu.servicekit.messages.Json;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Problem details, and the same JSON over HTTP as in the topics. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@ConditionalOnWebApplication
@Import(ProblemDetails.class)
public class WebConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return Json.MAPPER;
    }
}
