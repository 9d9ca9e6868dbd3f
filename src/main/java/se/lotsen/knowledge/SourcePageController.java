package se.lotsen.knowledge;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** Shows a page of the knowledge base as the assistant has read it: what a citation opens. */
@Controller
@ConditionalOnWebApplication
class SourcePageController {
    private final KnowledgeWatch watch;

    SourcePageController(KnowledgeWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/knowledge/{id}")
    Rendering page(@PathVariable String id) {
        Page page = watch.library().page(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<PageSection> sections = PageSection.of(page);
        return Rendering.view("source-page")
                .modelAttribute("page", page.metadata())
                .modelAttribute("sections", sections)
                // An editor's change is to be seen at the next look.
                .header("Cache-Control", "no-cache")
                .build();
    }
}
