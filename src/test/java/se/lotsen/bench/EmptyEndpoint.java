package se.lotsen.bench;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The other side of the HTTP figures: a service of the same framework that answers a constant. It is no component, so
 * that no test finds it by scanning.
 */
@EnableAutoConfiguration
class EmptyEndpoint {
    static final String PATH = "/empty";

    @Bean
    RouterFunction<ServerResponse> empty() {
        return RouterFunctions.route(RequestPredicates.GET(PATH),
                request -> ServerResponse.ok().bodyValue(Map.of("ok", true)));
    }

    public static void main(String[] args) {
        SpringApplication.run(EmptyEndpoint.class, args);
    }
}
