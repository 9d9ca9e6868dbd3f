package se.lotsen.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.storage.SerialRecord;
import se.lotsen.archive.Revision;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.staff.StaffMember;

/** A file as it was, what changed each time, and the way back. Settings' files have the same history as pages. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
class HistoryController {
    static final String PATH = "/editor/sidor/historik";
    private final Archive archive;
    private final ArchiveProperties properties;

    HistoryController(Archive archive, ArchiveProperties properties) {
        this.archive = archive;
        this.properties = properties;
    }

    /** A revision and what it changed; the first changed everything. */
    public record Step(Revision revision, List<WordDiff.Piece> changes, boolean current) {
    }

    @GetMapping(PATH)
    Mono<Rendering> history(StaffMember member, @RequestParam String fil,
            @RequestParam(defaultValue = "") String fel, @RequestParam(defaultValue = "") String klart) {
        return SerialRecord.later(() -> {
            List<Revision> revisions = archive.history(fil);
            if (revisions.isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return EditorPages.page("history", "sidor", member)
                    .modelAttribute("file", fil)
                    .modelAttribute("isPage", KnowledgeFolder.isPage(fil))
                    .modelAttribute("steps", steps(revisions))
                    .modelAttribute("discarded", archive.discarded(fil))
                    .modelAttribute("zone", properties.zone())
                    .modelAttribute("refusal", fel)
                    .modelAttribute("done", klart)
                    .build();
        });
    }

    private static List<Step> steps(List<Revision> latestFirst) {
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < latestFirst.size(); at++) {
            Revision revision = latestFirst.get(at);
            String before = at + 1 < latestFirst.size() ? latestFirst.get(at + 1).text() : revision.text();
            steps.add(new Step(revision, WordDiff.of(before, revision.text()), at == 0));
        }
        return steps;
    }

    @PostMapping(PATH + "/aterstall")
    Mono<Rendering> restore(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String file = String.valueOf(form.getFirst("fil"));
            EditorRights.requirePublisher(member, file);
            return done(file, "aterstalld", () -> archive.restore(file, number(form.getFirst("nummer")),
                    member.actor(), ""));
        });
    }

    @PostMapping(PATH + "/ta-bort")
    Mono<Rendering> remove(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String file = String.valueOf(form.getFirst("fil"));
            EditorRights.requirePublisher(member, file);
            return done(file, "borttagen", () -> archive.remove(file, member.actor(), ""));
        });
    }

    @PostMapping(PATH + "/hamta-tillbaka")
    Mono<Rendering> bringBack(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> done(form.getFirst("fil"), "hamtad",
                () -> archive.bringBack(id(form.getFirst("utkast")), member.actor())));
    }

    private static int number(@org.jspecify.annotations.Nullable String typed) {
        try {
            return Integer.parseInt(String.valueOf(typed));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    static UUID id(@org.jspecify.annotations.Nullable String typed) {
        try {
            return UUID.fromString(String.valueOf(typed));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private static Mono<Rendering> done(@org.jspecify.annotations.Nullable String file, String what,
            java.util.concurrent.Callable<?> work) {
        return SerialRecord.later(work)
                .thenReturn(EditorPages.to(EditorPages.address(PATH, "fil", "" + file, "klart", what)))
                .onErrorResume(ArchiveRefusal.class, refusal -> Mono.just(EditorPages.to(
                        EditorPages.address(PATH, "fil", "" + file, "fel",
                                refusal.getClass().getSimpleName()))));
    }
}
