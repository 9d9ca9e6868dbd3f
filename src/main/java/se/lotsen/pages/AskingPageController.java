package se.lotsen.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.chat.ChatProperties;
import se.lotsen.chat.Questions;
import se.lotsen.chat.RateLimits;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StartedConversation;

/** The conversation without JavaScript: shown, asked into, and left at once. */
@Controller
@Profile("!command")
class AskingPageController {
    /** An answer that takes longer is fetched with a button. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConversationPage pages;
    private final Questions questions;
    private final ConversationStore store;
    private final RateLimits limits;
    private final String quickExit;

    AskingPageController(ConversationPage pages, Questions questions, ConversationStore store,
            RateLimits limits, ChatProperties properties) {
        this.pages = pages;
        this.questions = questions;
        this.store = store;
        this.limits = limits;
        this.quickExit = properties.quickExit();
    }

    @GetMapping("/fraga")
    Mono<Rendering> conversation(ServerHttpRequest request) {
        return pages.show(request, ConversationPage.page("conversation")
                .modelAttribute("done", Done.of(request).map(Done::code).orElse("")));
    }

    @PostMapping("/fraga")
    Mono<Rendering> ask(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            String text = form.getFirst("fraga");
            return Mono.fromCallable(() -> FormKey.of(form))
                    .doOnNext(key -> limits.countAddress(request))
                    .flatMap(key -> opened(exchange, key, text).flatMap(
                            conversation -> questions.ask(conversation, FormKey.with(key, text), text)))
                    .flatMap(this::answered)
                    .map(number -> ConversationPage.toAnswer(request, number))
                    .onErrorResume(ConversationPage::isRefusal,
                            refusal -> pages.refused(request, refusal, text));
        });
    }

    /** Leaves at once: the browser forgets the conversation, and the page that follows says nothing about it. */
    @PostMapping("/fraga/lamna")
    Rendering leave(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(ConversationCookie.forgotten(exchange.getRequest()));
        // Not a redirect: a form may only lead to our own pages, and some browsers count where it is redirected to.
        return Rendering.view("leaving")
                .modelAttribute("exit", quickExit)
                .header("Refresh", "0; url=" + quickExit)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Waits for the whole answer, for a while. */
    private Mono<Integer> answered(AskedQuestion asked) {
        return questions.answer(asked).then()
                .timeout(PATIENCE, Mono.empty())
                .thenReturn(asked.answer());
    }

    /** The browser's conversation, or a new one; a question that will be refused begins none. */
    private Mono<Conversation> opened(ServerWebExchange exchange, IdempotencyKey key, @Nullable String text) {
        return pages.current(exchange.getRequest()).switchIfEmpty(Mono.defer(() -> {
            questions.check(text);
            return Mono.fromCallable(() -> store.start(key))
                    .subscribeOn(Schedulers.boundedElastic())
                    .doOnNext(started -> remember(exchange, started))
                    .flatMap(started -> questions.open(started.id(), started.token()));
        }));
    }

    private static void remember(ServerWebExchange exchange, StartedConversation started) {
        exchange.getResponse().addCookie(ConversationCookie.of(started, exchange.getRequest()));
    }
}
