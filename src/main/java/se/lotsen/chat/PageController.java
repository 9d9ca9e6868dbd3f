package se.lotsen.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.asking.QuestionRefusal;
import se.lotsen.asking.Turn;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StartedConversation;

/**
 * The sample municipality's page and the conversation without JavaScript: plain forms, each answered by a redirect, so
 * that reloading sends nothing twice. What is refused comes back with its reason and the text as it was typed.
 */
@Controller
@Profile("!command")
class PageController {
    /** An answer that takes longer is fetched with a button. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** No number of an answer: another form was refused. */
    private static final int NOT_AN_ANSWER = -1;

    private final Questions questions;
    private final ConversationStore store;
    private final RateLimits limits;
    private final PersonRequests persons;
    private final Scores scores;
    private final GivenToCitizens given;
    private final CitizenPromises promises;
    private final Codes codes;
    private final String quickExit;

    PageController(Questions questions, ConversationStore store, RateLimits limits,
            PersonRequests persons, Scores scores, GivenToCitizens given, CitizenPromises promises,
            Codes codes, ChatProperties properties) {
        this.questions = questions;
        this.store = store;
        this.limits = limits;
        this.persons = persons;
        this.scores = scores;
        this.given = given;
        this.promises = promises;
        this.codes = codes;
        this.quickExit = properties.quickExit();
    }

    @GetMapping("/")
    Rendering home() {
        return page("home").build();
    }

    @GetMapping("/fraga")
    Mono<Rendering> conversation(ServerHttpRequest request) {
        return conversation(request, page("conversation"));
    }

    @PostMapping("/fraga")
    Mono<Rendering> ask(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            String text = form.getFirst("fraga");
            return Mono.fromCallable(() -> key(form))
                    .doOnNext(key -> limits.countAddress(ConversationController.address(request)))
                    .flatMap(key -> opened(exchange, key, text)
                            .flatMap(conversation -> questions.ask(conversation, key(key, text), text)))
                    .flatMap(this::answered)
                    .map(PageController::toAnswer)
                    .onErrorResume(PageController::isRefusal,
                            refusal -> refused(request, refusal, text, null));
        });
    }

    @PostMapping("/fraga/svar/{number}")
    Mono<Rendering> rate(@PathVariable int number, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            boolean helpful = "ja".equals(form.getFirst("hjalpte"));
            String comment = form.getFirst("kommentar");
            return Mono.fromCallable(() -> key(form))
                    .doOnNext(key -> limits.countAddress(ConversationController.address(request)))
                    .flatMap(key -> current(request)
                            .switchIfEmpty(Mono.error(new ChatProblem(Type.CONVERSATION_NOT_FOUND)))
                            .flatMap(conversation -> questions.rate(conversation,
                                    key(key, helpful + "\n" + comment), number, helpful, comment)))
                    .thenReturn(toAnswer(number))
                    .onErrorResume(PageController::isRefusal,
                            refusal -> refused(request, refusal, comment, number));
        });
    }

    @PostMapping("/fraga/person")
    Mono<Rendering> askForPerson(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> withPerson(exchange, form, "onskan",
                (conversation, key, typed) -> persons.request(conversation, key, null, typed).then()));
    }

    @PostMapping("/fraga/person/lamna")
    Mono<Rendering> leaveQueue(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> withPerson(exchange, form, "",
                (conversation, key, typed) -> persons.leaveQueue(conversation, key).then()));
    }

    @PostMapping("/fraga/meddelande")
    Mono<Rendering> write(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> withPerson(exchange, form, "meddelande",
                (conversation, key, typed) -> persons.write(conversation, key(key, typed), typed).then()));
    }

    /** How satisfied the citizen is; refused, the form comes back as it was sent. */
    @PostMapping("/fraga/nojdhet")
    Mono<Rendering> score(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            String after = form.getFirst("efter");
            String score = form.getFirst("betyg");
            String comment = form.getFirst("kommentar");
            return Mono.fromCallable(() -> key(form))
                    .doOnNext(key -> limits.countAddress(ConversationController.address(request)))
                    .flatMap(key -> current(request)
                            .switchIfEmpty(Mono.error(new ChatProblem(Type.CONVERSATION_NOT_FOUND)))
                            .flatMap(conversation -> scores.say(conversation,
                                    key(key, after + "\n" + score + "\n" + comment), after,
                                    Scores.score(score),
                                    comment)))
                    .thenReturn(Rendering.redirectTo("/fraga#nojdhet-" + after).status(HttpStatus.SEE_OTHER)
                            .build())
                    .onErrorResume(PageController::isRefusal, refusal -> conversation(request,
                            refusal(refusal, comment, NOT_AN_ANSWER).modelAttribute("scored",
                                    after == null ? "" : after)));
        });
    }

    /** Not a redirect: the record knows the code by its hash alone, so that this is the one page that can show it. */
    @PostMapping("/fraga/kod")
    Mono<Rendering> code(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return Mono.fromRunnable(() -> limits.countAddress(ConversationController.address(request)))
                .then(current(request)
                        .switchIfEmpty(Mono.error(new ChatProblem(Type.CONVERSATION_NOT_FOUND))))
                .flatMap(codes::show)
                .flatMap(shown -> conversation(request, page("conversation").modelAttribute("code", shown)))
                .onErrorResume(PageController::isRefusal, refusal -> refused(request, refusal, null, null));
    }

    private interface Work {
        Mono<Void> on(Conversation conversation, IdempotencyKey key, @Nullable String typed);
    }

    private Mono<Rendering> withPerson(ServerWebExchange exchange, MultiValueMap<String, String> form,
            String field, Work work) {
        ServerHttpRequest request = exchange.getRequest();
        String typed = form.getFirst(field);
        return Mono.fromCallable(() -> key(form))
                .doOnNext(key -> limits.countAddress(ConversationController.address(request)))
                .flatMap(key -> current(request)
                        .switchIfEmpty(Mono.error(new ChatProblem(Type.CONVERSATION_NOT_FOUND)))
                        .flatMap(conversation -> work.on(conversation, key, typed)))
                .thenReturn(Rendering.redirectTo("/fraga#person").status(HttpStatus.SEE_OTHER).build())
                .onErrorResume(PageController::isRefusal,
                        refusal -> refused(request, refusal, typed, null));
    }

    /** Leaves at once: the browser forgets the conversation, and the page that follows says nothing about it. */
    @PostMapping("/fraga/lamna")
    Rendering leave(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(ConversationCookie.forgotten());
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
        return current(exchange.getRequest()).switchIfEmpty(Mono.defer(() -> {
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

    /** The browser's conversation; empty when there is none, or not any more. */
    Mono<Conversation> current(ServerHttpRequest request) {
        return Mono.justOrEmpty(ConversationCookie.of(request))
                .flatMap(cookie -> questions.open(cookie.id(), cookie.token()))
                .onErrorResume(ChatProblem.class, gone -> Mono.empty());
    }

    private Mono<Rendering> refused(ServerHttpRequest request, Throwable refusal, @Nullable String typed,
            @Nullable Integer rated) {
        return conversation(request, refusal(refusal, typed, rated == null ? 0 : rated));
    }

    private static Rendering.Builder<?> refusal(Throwable refusal, @Nullable String typed, int rated) {
        Type type = ProblemHandler.type(refusal);
        return page("conversation").status(type.status())
                .modelAttribute("problem", type.code())
                .modelAttribute("typed", typed == null ? "" : typed)
                .modelAttribute("rated", rated);
    }

    /** The page with the browser's conversation on it. */
    Mono<Rendering> conversation(ServerHttpRequest request, Rendering.Builder<?> page) {
        return current(request)
                .flatMap(conversation -> Mono.fromCallable(() -> shown(conversation.id()))
                        .subscribeOn(Schedulers.boundedElastic()))
                .defaultIfEmpty(new Shown(List.of(), List.of(), WayToPerson.NONE, List.of(),
                        CitizenPromises.Overview.NONE))
                .map(shown -> page.modelAttribute("opening", shown.opening())
                        .modelAttribute("turns", shown.turns())
                        .modelAttribute("person", shown.person())
                        .modelAttribute("scores", shown.scores())
                        .modelAttribute("promises", shown.promises()).build());
    }

    private Shown shown(ConversationId conversation) {
        List<StoredEvent> events = store.eventsAfter(conversation, 0);
        given.all(conversation, events);
        return new Shown(Turn.opening(events), Turn.of(events, store.ratings(conversation)),
                persons.way(conversation, events), scores.forms(conversation, events),
                promises.overview(conversation, events));
    }

    /** What came before the first question, the questions, the ways to a person, and what is asked of them. */
    private record Shown(List<Turn.Line> opening, List<Turn> turns, WayToPerson person,
            List<Scores.Form> scores, CitizenPromises.Overview promises) {
    }

    static Rendering.Builder<?> page(String view) {
        return Rendering.view(view)
                .modelAttribute("wanted", PromiseForm.NOTHING)
                .modelAttribute("key", UUID.randomUUID())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Rendering toAnswer(int number) {
        return Rendering.redirectTo("/fraga#svar-" + number).status(HttpStatus.SEE_OTHER).build();
    }

    static boolean isRefusal(Throwable fault) {
        return fault instanceof ChatProblem || fault instanceof QuestionRefusal
                || fault instanceof ConversationRefusal;
    }

    private static IdempotencyKey key(MultiValueMap<String, String> form) {
        return Optional.ofNullable(form.getFirst("nyckel"))
                .flatMap(IdempotencyKey::parse)
                .orElseThrow(() -> new ChatProblem(Type.IDEMPOTENCY_KEY_MISSING));
    }

    /**
     * The key for what was typed into the form: sent twice it is the same request, but another text, typed after going
     * back to the form, is another one.
     */
    private static IdempotencyKey key(IdempotencyKey form, @Nullable String typed) {
        return new IdempotencyKey(UUID.nameUUIDFromBytes(
                (form.value() + "\n" + typed).getBytes(StandardCharsets.UTF_8)));
    }
}
