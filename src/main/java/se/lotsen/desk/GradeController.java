package se.lotsen.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.ConversationId;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** A grade of one answer: a form, and the case again at the answer. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class GradeController {
    private final DeskPages pages;
    private final AnswerGrades grades;

    GradeController(DeskPages pages, AnswerGrades grades) {
        this.pages = pages;
        this.grades = grades;
    }

    @PostMapping("/desk/cases/{id}/answers/{number}/grade")
    Mono<Rendering> grade(StaffMember member, @PathVariable String id, @PathVariable String number,
            ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        int answer = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> {
                    String code = form.text("betyg");
                    grades.put(who, conversation, form.key("grade", answer + "\n" + code), answer, code);
                    return DeskController.to("/desk/cases/" + id + "#betyg-" + answer);
                }).onErrorResume(DeskRefusal.class,
                        refusal -> pages.one(member, who, conversation, Said.refused(refusal, form)))))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
