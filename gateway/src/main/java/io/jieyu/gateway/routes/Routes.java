package io.jieyu.gateway.routes;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /api} by subject, the documents of the services' APIs below {@code /docs}, their health
 * below {@code /status}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteSettings.class)
class Routes {

    private static final String RETRY_SECONDS = "2";
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    @Bean
    RouterFunction<ServerResponse> contributions(RouteSettings settings) {
        return service("contribution-service", settings.contributions(), "/api/contributions/**");
    }

    @Bean
    RouterFunction<ServerResponse> accounts(RouteSettings settings) {
        return service(
                "account-service",
                settings.accounts(),
                "/api/accounts/**",
                "/api/ledger/**",
                "/api/closings",
                "/api/closings/**",
                "/api/previews/**",
                "/api/adjustments",
                "/api/adjustments/**");
    }

    @Bean
    RouterFunction<ServerResponse> policies(RouteSettings settings) {
        return service("policy-service", settings.policies(), "/api/policies", "/api/policies/**");
    }

    private static RouterFunction<ServerResponse> service(
            String name, URI address, String... paths) {
        var api = route(name);
        for (String path : paths) {
            api.route(path(path), http());
        }
        var all =
                api.before(uri(address))
                        .onError(
                                ResourceAccessException.class,
                                (failure, request) -> failed(name, failure, request));
        return all.build()
                .and(fixed(name, address, "/docs/" + name, "/v3/api-docs"))
                .and(fixed(name, address, "/status/" + name, "/actuator/health"));
    }

    private static RouterFunction<ServerResponse> fixed(
            String name, URI address, String from, String to) {
        return route(name + from)
                .route(path(from), http())
                .before(uri(address))
                .before(setPath(to))
                .onError(
                        ResourceAccessException.class,
                        (failure, request) -> failed(name, failure, request))
                .build();
    }

    private static ServerResponse failed(String service, Throwable failure, ServerRequest request) {
        if (RequestSize.causes(failure)) {
            return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(RequestSize.tooLarge());
        }
        LOG.atWarn()
                .addKeyValue("service", service)
                .addKeyValue("reason", failure.getMessage())
                .log("service does not answer");
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The %s does not answer. It may be starting: ask again in a moment; ./jieyu status shows what runs."
                                .formatted(service));
        problem.setProperty("code", "SERVICE_UNAVAILABLE");
        problem.setProperty("service", service);
        problem.setInstance(request.uri());
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
