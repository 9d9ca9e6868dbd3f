package se.lotsen.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.chat.Codes;
import se.lotsen.chat.PersonRequests;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.IdempotencyKey;

/** The way to a person without JavaScript: into the queue and out of it, a message, and a code for the phone. */
@Controller
@Profile("!command")
class PersonPageController {
    private final ConversationPage pages;
    private final PersonRequests persons;
    private final Codes codes;

    PersonPageController(ConversationPage pages, PersonRequests persons, Codes codes) {
        this.pages = pages;
        this.persons = persons;
        this.codes = codes;
    }

    @PostMapping("/fraga/person")
    Mono<Rendering> askForPerson(ServerWebExchange exchange) {
        return withPerson(exchange, "onskan",
                (conversation, key, typed) -> persons.request(conversation, key, null, typed).then());
    }

    @PostMapping("/fraga/person/lamna")
    Mono<Rendering> leaveQueue(ServerWebExchange exchange) {
        return withPerson(exchange, "",
                (conversation, key, typed) -> persons.leaveQueue(conversation, key).then());
    }

    @PostMapping("/fraga/meddelande")
    Mono<Rendering> write(ServerWebExchange exchange) {
        return withPerson(exchange, "meddelande", (conversation, key, typed) -> persons
                .write(conversation, FormKey.with(key, typed), typed).then());
    }

    /** Not a redirect: the record knows the code by its hash alone, so that this is the one page that can show it. */
    @PostMapping("/fraga/kod")
    Mono<Rendering> code(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return pages.toChange(request).flatMap(codes::show)
                .flatMap(shown -> pages.show(request,
                        ConversationPage.page("conversation").modelAttribute("code", shown)))
                .onErrorResume(ConversationPage::isRefusal,
                        refusal -> pages.refused(request, refusal, null));
    }

    private interface Work {
        Mono<Void> on(Conversation conversation, IdempotencyKey key, @Nullable String typed);
    }

    private Mono<Rendering> withPerson(ServerWebExchange exchange, String field, Work work) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            String typed = form.getFirst(field);
            return Mono.fromCallable(() -> FormKey.of(form))
                    .flatMap(key -> pages.toChange(request)
                            .flatMap(conversation -> work.on(conversation, key, typed)))
                    .thenReturn(ConversationPage.seeOther(request, "/fraga#person"))
                    .onErrorResume(ConversationPage::isRefusal,
                            refusal -> pages.refused(request, refusal, typed));
        });
    }
}
