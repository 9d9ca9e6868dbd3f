package se.lotsen.pages;

import org.springframework.context.annotation.Profile;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.chat.Questions;
import se.lotsen.chat.Scores;

/** What a citizen thinks of an answer, of the assistant and of a person, without JavaScript. */
@Controller
@Profile("!command")
class OpinionPageController {
    /** No number of an answer: another form was refused. */
    private static final int NOT_AN_ANSWER = -1;

    private final ConversationPage pages;
    private final Questions questions;
    private final Scores scores;

    OpinionPageController(ConversationPage pages, Questions questions, Scores scores) {
        this.pages = pages;
        this.questions = questions;
        this.scores = scores;
    }

    @PostMapping("/fraga/svar/{number}")
    Mono<Rendering> rate(@PathVariable int number, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            boolean helpful = "ja".equals(form.getFirst("hjalpte"));
            String comment = form.getFirst("kommentar");
            return Mono.fromCallable(() -> FormKey.of(form))
                    .flatMap(key -> pages.toChange(request).flatMap(conversation -> questions.rate(
                            conversation, FormKey.with(key, helpful + "\n" + comment), number, helpful,
                            comment)))
                    .thenReturn(ConversationPage.toAnswer(request, number))
                    .onErrorResume(ConversationPage::isRefusal, refusal -> pages.show(request,
                            ConversationPage.refusal(refusal, comment, number)));
        });
    }

    /** How satisfied the citizen is; refused, the form comes back as it was sent. */
    @PostMapping("/fraga/nojdhet")
    Mono<Rendering> score(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData().flatMap(form -> {
            String after = form.getFirst("efter");
            String score = form.getFirst("betyg");
            String comment = form.getFirst("kommentar");
            return Mono.fromCallable(() -> FormKey.of(form))
                    .flatMap(key -> pages.toChange(request).flatMap(conversation -> scores.say(conversation,
                            FormKey.with(key, after + "\n" + score + "\n" + comment), after,
                            Scores.score(score), comment)))
                    .thenReturn(ConversationPage.seeOther(request, "/fraga#nojdhet-" + after))
                    .onErrorResume(ConversationPage::isRefusal, refusal -> pages.show(request,
                            ConversationPage.refusal(refusal, comment, NOT_AN_ANSWER)
                                    .modelAttribute("scored", after == null ? "" : after)));
        });
    }
}
