package se.lotsen.staff;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller the person who is signed in; outside the guarded paths nobody is. */
final class StaffMemberArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(StaffMember.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding,
            ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(context -> context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof StaffMember member
                                ? Mono.<Object>just(member)
                                : Mono.empty())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }
}
