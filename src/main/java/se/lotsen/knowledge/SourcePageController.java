package se.lotsen.knowledge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.knowledge.PastPages.PastPage;

/** Shows a page of the knowledge base as the assistant has read it: what a citation opens, in the version that it cites. */
@Controller
@ConditionalOnWebApplication
class SourcePageController {
    private final KnowledgeWatch watch;
    private final PastPages past;

    SourcePageController(KnowledgeWatch watch, ObjectProvider<PastPages> past) {
        this.watch = watch;
        this.past = past.getIfAvailable(() -> PastPages.NONE);
    }

    @GetMapping("/knowledge/{id}")
    Mono<Rendering> page(@PathVariable String id, @RequestParam(required = false) @Nullable String revision) {
        Optional<Page> current = watch.library().page(id);
        if (revision == null || revision.length() < Page.REVISION_DIGITS
                || current.filter(page -> page.digest().startsWith(revision)).isPresent()) {
            return Mono.just(shown(current.orElseThrow(() -> notFound()), null, true));
        }
        return Mono.fromCallable(() -> past.page(id, revision)).subscribeOn(Schedulers.boundedElastic())
                .map(found -> found
                        .map(before -> shown(before.page(), before, current.isPresent()))
                        .orElseGet(() -> shown(current.orElseThrow(() -> notFound()), null, true)));
    }

    /** @param before null for a page as it is now */
    private static Rendering shown(Page page, @Nullable PastPage before, boolean exists) {
        return Rendering.view("source-page")
                .modelAttribute("page", page.metadata())
                .modelAttribute("sections", PageSection.of(page))
                .modelAttribute("past", Optional.ofNullable(before))
                .modelAttribute("exists", exists)
                // An editor's change is to be seen at the next look.
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
