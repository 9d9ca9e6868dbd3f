package se.lotsen.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webflux.autoconfigure.error.DefaultErrorWebExceptionHandler;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Spring's pages for what failed, with a log of our own: Spring's names the whole address, and its query may hold what somebody
 * asked, searched for or was given to send a form with. Here the route is named.
 */
final class ContentFreeFaults extends DefaultErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ContentFreeFaults.class);

    ContentFreeFaults(ErrorAttributes attributes, WebProperties.Resources resources,
            ErrorProperties properties,
            ApplicationContext context) {
        super(attributes, resources, properties, context);
    }

    @Override
    protected void logError(ServerRequest request, ServerResponse response, Throwable fault) {
        if (response.statusCode().equals(HttpStatus.INTERNAL_SERVER_ERROR)) {
            Object route = request.attribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                    .orElse("no route");
            log.error("A fault at {} {}", request.method(), route, fault);
        }
    }
}
