package io.jieyu.servicekit.web;

import io.jieyu.codec.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Problem details, and the same JSON over HTTP as in the topics. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@ConditionalOnWebApplication
@Import(ProblemDetails.class)
public class WebConfiguration {

    /** Requests that are tried out on the page of the API go to the door that served the page. */
    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Jieyu " + service).version("v1"))
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    JsonMapper jsonMapper() {
        return Json.MAPPER
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }
}
