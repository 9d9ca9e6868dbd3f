package se.lotsen.trial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.archive.Draft;
import se.lotsen.storage.SerialRecord;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.staff.StaffMember;
import se.lotsen.trial.TwoAnswers.Both;

/** A question asked of what is served and of drafts, side by side, with why each answer is what it is. Nothing is stored. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
@RequestMapping("/editor/prova")
class TrialController {
    private static final int LONGEST = 1_000;
    private final TwoAnswers answers;
    private final PersonalDataMask mask;

    TrialController(TwoAnswers answers, PersonalDataMask mask) {
        this.answers = answers;
        this.mask = mask;
    }

    /** A form that is sent by GET can be kept as a bookmark; what it asks is masked before anything reads it. */
    @GetMapping
    Mono<Rendering> page(StaffMember member, @RequestParam MultiValueMap<String, String> form) {
        String typed = Optional.ofNullable(form.getFirst("fraga")).orElse("").strip();
        MaskedText question = mask.mask(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        return SerialRecord.later(() -> {
            List<Draft> drafts = answers.drafts();
            Set<String> ticked = Set.copyOf(form.getOrDefault("utkast", List.of()));
            List<Draft> chosen = ticked.isEmpty()
                    ? drafts
                    : drafts.stream().filter(draft -> ticked.contains(draft.id().toString())).toList();
            Optional<Both> both = question.value().isEmpty()
                    ? Optional.empty()
                    : Optional.of(answers.ask(question.value(), chosen));
            return Rendering.view("editor/trial/ask")
                    .modelAttribute("member", member)
                    .modelAttribute("editorPlace", "prova")
                    .modelAttribute("question", question.value())
                    .modelAttribute("drafts", drafts)
                    .modelAttribute("chosen", chosen.stream().map(Draft::id).collect(Collectors.toSet()))
                    .modelAttribute("both", both)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
    }
}
