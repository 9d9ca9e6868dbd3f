package se.lotsen.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.asking.Turn;
import se.lotsen.chat.ChatLanguage;
import se.lotsen.chat.PersonRequests;
import se.lotsen.chat.Questions;
import se.lotsen.widget.CurrentLook;

/** What can be done with the whole conversation on the page without JavaScript: kept as a text file, begun anew, deleted. */
@Controller
@Profile("!command")
class PlainMenuController {
    private final ConversationPage pages;
    private final PersonRequests persons;
    private final Questions questions;
    private final TranscriptText text;
    private final MessageSource messages;
    private final CurrentLook look;
    private final Clock clock;

    PlainMenuController(ConversationPage pages, PersonRequests persons, Questions questions,
            TranscriptText text, MessageSource messages, CurrentLook look, Clock clock) {
        this.pages = pages;
        this.persons = persons;
        this.questions = questions;
        this.text = text;
        this.messages = messages;
        this.look = look;
        this.clock = clock;
    }

    /** The browser's conversation as a text file. */
    @GetMapping("/fraga/samtal.txt")
    Mono<ResponseEntity<String>> save(ServerHttpRequest request) {
        ChatLanguage language = ChatLocales.language(request);
        URI here = request.getURI().resolve("/");
        return pages.current(request)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(conversation -> Mono.fromCallable(() -> questions.read(conversation.id()))
                        .subscribeOn(Schedulers.boundedElastic()))
                .map(events -> text.of(look.now().name(), Turn.opening(events),
                        Turn.of(events, List.of()), language, here))
                .map(file -> ResponseEntity.ok().cacheControl(CacheControl.noStore())
                        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name(language), StandardCharsets.UTF_8)
                                        .build().toString())
                        .body(file));
    }

    /** The browser forgets the conversation; the record keeps it until its time is over. */
    @PostMapping("/fraga/borja-om")
    Rendering restart(ServerWebExchange exchange) {
        return forgotten(exchange, Done.RESTARTED);
    }

    /** Deleted as far as the municipality allows it; refused, the page says why. */
    @PostMapping("/fraga/radera")
    Mono<Rendering> delete(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return pages.toChange(request)
                .flatMap(conversation -> persons.delete(conversation)
                        .then(Mono.fromSupplier(() -> forgotten(exchange, Done.DELETED))))
                .onErrorResume(ConversationPage::isRefusal, refusal -> pages.refused(request, refusal, null));
    }

    private static Rendering forgotten(ServerWebExchange exchange, Done done) {
        exchange.getResponse().addCookie(ConversationCookie.forgotten(exchange.getRequest()));
        return ConversationPage.seeOther(exchange.getRequest(), done.address());
    }

    private String name(ChatLanguage language) {
        return messages.getMessage("chat.file", null, language.locale()) + "-" + LocalDate.now(clock)
                + ".txt";
    }
}
