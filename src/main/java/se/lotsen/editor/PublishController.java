package se.lotsen.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.archive.ArchiveRefusal.Unreadable;
import se.lotsen.archive.Draft;
import se.lotsen.storage.SerialRecord;
import se.lotsen.archive.Revision;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.staff.StaffMember;
import se.lotsen.trial.GateRun;
import se.lotsen.trial.PublishGate;

/** What drafts would change for residents, and then the publication. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
class PublishController {
    private static final String PATH = "/editor/publicera";
    private final Archive archive;
    private final PublishGate gate;

    PublishController(Archive archive, PublishGate gate) {
        this.archive = archive;
        this.gate = gate;
    }

    /** A draft and what it changes in its file. */
    public record Change(Draft draft, List<WordDiff.Piece> words, boolean isNew) {
    }

    @PostMapping(PATH)
    Mono<Rendering> look(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            List<Draft> drafts = drafts(form);
            if (drafts.isEmpty()) {
                return EditorPages.to("/editor?klart=inget-valt");
            }
            GateRun run = form.containsKey("igen") ? gate.again(drafts) : gate.start(drafts);
            return EditorPages.to(PATH + "/" + run.id());
        }));
    }

    private List<Draft> drafts(MultiValueMap<String, String> form) {
        return form.getOrDefault("utkast", List.of()).stream().distinct().map(HistoryController::id)
                .map(archive::draft).flatMap(Optional::stream).toList();
    }

    @GetMapping(PATH + "/{id}")
    Mono<Rendering> result(StaffMember member, @PathVariable String id) {
        return SerialRecord.later(() -> gate.run(HistoryController.id(id))
                .map(run -> page(member, run, "", List.of(), HttpStatus.OK))
                .orElseGet(() -> EditorPages.to("/editor?klart=granskning-borta")));
    }

    private Rendering page(StaffMember member, GateRun run, String refusal, List<String> findings,
            HttpStatus status) {
        List<Change> changes = new ArrayList<>();
        boolean stale = false;
        for (var wanted : run.drafts().entrySet()) {
            Optional<Draft> draft = archive.draft(wanted.getKey());
            stale |= draft.map(Draft::version).filter(wanted.getValue()::equals).isEmpty();
            draft.map(this::change).ifPresent(changes::add);
        }
        changes.sort(java.util.Comparator.comparing(change -> change.draft().file()));
        return EditorPages.page("publish", "sidor", member)
                .modelAttribute("run", run)
                .modelAttribute("changes", changes)
                .modelAttribute("stale", stale)
                .modelAttribute("publishes", changes.stream()
                        .allMatch(change -> new EditorRights(member).publishes(change.draft().file())))
                .modelAttribute("blocks", gate.blocks(run))
                .modelAttribute("ownWork", archive.wantsFourEyes() && changes.stream()
                        .anyMatch(change -> change.draft().writer().account().equals(member.id().toString())))
                .modelAttribute("refusal", refusal)
                .modelAttribute("findings", findings)
                .status(status).build();
    }

    private Change change(Draft draft) {
        Optional<Revision> before = archive.revisionNow(draft.file());
        return new Change(draft, WordDiff.of(before.map(Revision::text).orElse(""), draft.text()),
                before.isEmpty());
    }

    @PostMapping(PATH + "/{id}")
    Mono<Rendering> publish(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        EditorRights.requirePublisher(member);
        UUID run = HistoryController.id(id);
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> gate.run(run)
                .map(found -> published(member, found, form))
                .orElseGet(() -> EditorPages.to("/editor?klart=granskning-borta"))));
    }

    private Rendering published(StaffMember member, GateRun run, MultiValueMap<String, String> form) {
        List<Draft> drafts = run.drafts().keySet().stream().map(archive::draft).flatMap(Optional::stream)
                .toList();
        drafts.forEach(draft -> EditorRights.requirePublisher(member, draft.file()));
        if (!run.isFinished() || drafts.size() < run.drafts().size()
                || drafts.stream().anyMatch(
                        draft -> !Integer.valueOf(draft.version()).equals(run.drafts().get(draft.id())))) {
            return page(member, run, "Stale", List.of(), HttpStatus.CONFLICT);
        }
        boolean worse = run.result() != null && run.result().hasRegressions();
        if (gate.blocks(run) || worse && !form.containsKey("sett")) {
            return page(member, run, gate.blocks(run) ? "Blocked" : "NotSeen", List.of(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            archive.publish(drafts, member.actor(),
                    Optional.ofNullable(form.getFirst("anteckning")).orElse("").strip());
            return EditorPages.to("/editor?klart=publicerad");
        } catch (Unreadable e) {
            FindingText text = new FindingText();
            return page(member, run, "Unreadable",
                    e.findings().stream().map((Finding finding) -> text.of(finding)).toList(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (ArchiveRefusal e) {
            return page(member, run, e.getClass().getSimpleName(), List.of(), HttpStatus.CONFLICT);
        }
    }
}
