package se.lotsen.pages;

import org.springframework.context.annotation.Profile;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.chat.CitizenPromises;

/** The form for a promise on the page without JavaScript: a redirect, or the page again with what was typed and why not. */
@Controller
@Profile("!command")
class PromisePageController {
    private final ConversationPage pages;
    private final CitizenPromises promises;

    PromisePageController(ConversationPage pages, CitizenPromises promises) {
        this.pages = pages;
        this.promises = promises;
    }

    @PostMapping("/fraga/lofte")
    Mono<Rendering> promise(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().map(PromiseForm::of).flatMap(form -> Mono.fromCallable(form::key)
                .flatMap(key -> pages.toChange(request)
                        .flatMap(conversation -> promises.promise(conversation, key, form.wanted())))
                .map(made -> ConversationPage.seeOther(request, "/fraga#lofte"))
                .onErrorResume(ConversationPage::isRefusal,
                        refusal -> pages.show(request, ConversationPage.page("conversation")
                                .status(Type.of(refusal).status())
                                .modelAttribute("wanted", form.refused(refusal)))));
    }
}
