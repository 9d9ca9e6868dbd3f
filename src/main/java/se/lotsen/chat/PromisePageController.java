package se.lotsen.chat;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.chat.ChatProblem.Type;

/** The form for a promise on the page without JavaScript: a redirect, or the page again with what was typed and why not. */
@Controller
@Profile("!command")
class PromisePageController {
    private final PageController pages;
    private final CitizenPromises promises;
    private final RateLimits limits;

    PromisePageController(PageController pages, CitizenPromises promises, RateLimits limits) {
        this.pages = pages;
        this.promises = promises;
        this.limits = limits;
    }

    @PostMapping("/fraga/lofte")
    Mono<Rendering> promise(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().map(PromiseForm::of).flatMap(form -> Mono.fromCallable(form::key)
                .doOnNext(key -> limits.countAddress(ConversationController.address(request)))
                .flatMap(key -> pages.current(request)
                        .switchIfEmpty(Mono.error(() -> new ChatProblem(Type.CONVERSATION_NOT_FOUND)))
                        .flatMap(conversation -> promises.promise(conversation, key, form.wanted())))
                .map(made -> Rendering.redirectTo("/fraga#lofte").status(HttpStatus.SEE_OTHER).build())
                .onErrorResume(PageController::isRefusal,
                        refusal -> pages.conversation(request, PageController.page("conversation")
                                .status(ProblemHandler.type(refusal).status())
                                .modelAttribute("wanted", form.refused(refusal)))));
    }
}
