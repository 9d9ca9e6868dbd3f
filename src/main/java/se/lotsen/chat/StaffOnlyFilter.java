package se.lotsen.chat;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Of what the framework itself serves, health is for everybody; everything else is for whoever holds the staff's key. */
@Component
@ConditionalOnWebApplication
final class StaffOnlyFilter implements WebFilter {
    private static final String ACTUATOR = "actuator";
    private static final String HEALTH = "health";
    private static final String KEY_HOLDER = "staff-key";
    /** Of a part of health; the framework fails on others. */
    private static final Pattern NAME = Pattern.compile("[\\w-]*");

    private final StaffToken staff;

    StaffOnlyFilter(StaffToken staff) {
        this.staff = staff;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // As the routes are matched: decoded, so that "%61ctuator" is no way around.
        List<String> path = exchange.getRequest().getPath().pathWithinApplication().elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch()).toList();
        boolean open = !isActuator(path)
                || path.size() > 1 && path.get(1).equals(HEALTH)
                        && path.stream().skip(2).allMatch(name -> NAME.matcher(name).matches());
        boolean key = staff.admits(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        if (key && isActuator(path)) {
            // Somebody is known, so that health tells its details.
            return chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder
                    .withAuthentication(new PreAuthenticatedAuthenticationToken(KEY_HOLDER, "", List.of())));
        }
        if (open) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return exchange.getResponse().setComplete();
    }

    private static boolean isActuator(List<String> path) {
        return !path.isEmpty() && path.getFirst().equalsIgnoreCase(ACTUATOR);
    }
}
