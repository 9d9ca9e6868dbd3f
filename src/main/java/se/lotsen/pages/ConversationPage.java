package se.lotsen.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.asking.QuestionRefusal;
import se.lotsen.asking.Turn;
import se.lotsen.chat.ChatLanguage;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.chat.ChatProblem;
import se.lotsen.chat.CitizenPromises;
import se.lotsen.chat.PersonRequests;
import se.lotsen.chat.Questions;
import se.lotsen.chat.RateLimits;
import se.lotsen.chat.Scores;
import se.lotsen.chat.WayToPerson;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.StoredEvent;

/**
 * The conversation without JavaScript as a page: plain forms, each answered by a redirect, so that reloading sends nothing
 * twice. What is refused comes back with its reason and the text as it was typed.
 */
class ConversationPage {
    private final Questions questions;
    private final ConversationStore store;
    private final RateLimits limits;
    private final PersonRequests persons;
    private final Scores scores;
    private final CitizenPromises promises;

    ConversationPage(Questions questions, ConversationStore store, RateLimits limits, PersonRequests persons,
            Scores scores, CitizenPromises promises) {
        this.questions = questions;
        this.store = store;
        this.limits = limits;
        this.persons = persons;
        this.scores = scores;
        this.promises = promises;
    }

    /** The browser's conversation; empty when there is none, or not any more. */
    Mono<Conversation> current(ServerHttpRequest request) {
        return Mono.justOrEmpty(ConversationCookie.of(request))
                .flatMap(cookie -> questions.open(cookie.id(), cookie.token()))
                .onErrorResume(ChatProblem.class, gone -> Mono.empty());
    }

    /** The same for a form that changes something: counted, and {@link Type#CONVERSATION_NOT_FOUND} when there is none. */
    Mono<Conversation> toChange(ServerHttpRequest request) {
        return Mono.fromRunnable(() -> limits.countAddress(request))
                .then(current(request)
                        .switchIfEmpty(Mono.error(() -> new ChatProblem(Type.CONVERSATION_NOT_FOUND))));
    }

    /** The page with the browser's conversation on it. */
    Mono<Rendering> show(ServerHttpRequest request, Rendering.Builder<?> page) {
        return current(request)
                .flatMap(conversation -> Mono
                        .fromCallable(() -> shown(conversation.id(), ChatLocales.language(request)))
                        .subscribeOn(Schedulers.boundedElastic()))
                .defaultIfEmpty(new Shown(List.of(), List.of(), WayToPerson.NONE, List.of(),
                        CitizenPromises.Overview.NONE))
                .map(shown -> page.modelAttribute("opening", shown.opening())
                        .modelAttribute("turns", shown.turns())
                        .modelAttribute("person", shown.person())
                        .modelAttribute("scores", shown.scores())
                        .modelAttribute("promises", shown.promises()).build());
    }

    /** The page with the reason why a form was refused. */
    Mono<Rendering> refused(ServerHttpRequest request, Throwable refusal, @Nullable String typed) {
        return show(request, refusal(refusal, typed, 0));
    }

    /** @param rated the number of the answer whose form it was */
    static Rendering.Builder<?> refusal(Throwable refusal, @Nullable String typed, int rated) {
        Type type = Type.of(refusal);
        return page("conversation").status(type.status())
                .modelAttribute("problem", type.code())
                .modelAttribute("typed", typed == null ? "" : typed)
                .modelAttribute("rated", rated);
    }

    private Shown shown(ConversationId conversation, ChatLanguage language) {
        List<StoredEvent> events = questions.read(conversation);
        return new Shown(Turn.opening(events), Turn.of(events, store.ratings(conversation)),
                persons.way(conversation, events), scores.forms(conversation, events),
                promises.overview(conversation, events, language));
    }

    /** What came before the first question, the questions, the ways to a person, and what is asked of them. */
    private record Shown(List<Turn.Line> opening, List<Turn> turns, WayToPerson person,
            List<Scores.Form> scores, CitizenPromises.Overview promises) {
    }

    /** A page of ours with nothing typed into its forms. */
    static Rendering.Builder<?> page(String view) {
        return Rendering.view(view)
                .modelAttribute("wanted", PromiseForm.NOTHING)
                .modelAttribute("key", UUID.randomUUID())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static Rendering toAnswer(ServerHttpRequest request, int number) {
        return seeOther(request, "/fraga#svar-" + number);
    }

    /** The page that follows a form, in the form's language. */
    static Rendering seeOther(ServerHttpRequest request, String path) {
        return Rendering.redirectTo(LanguageLinks.address(path, ChatLocales.language(request)))
                .status(HttpStatus.SEE_OTHER).build();
    }

    /** Whether a page can say what is wrong; other faults have pages of their own. */
    static boolean isRefusal(Throwable fault) {
        return fault instanceof ChatProblem || fault instanceof QuestionRefusal
                || fault instanceof ConversationRefusal;
    }
}
