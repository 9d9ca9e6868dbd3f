package se.lotsen.settings;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.Draft;
import se.lotsen.editor.WordDiff;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;

/** What the settings' pages show. It blocks. */
final class SettingsPage {
    private final SettingsFiles files;
    private final KnowledgeWatch watch;
    private final ArchiveProperties properties;

    SettingsPage(SettingsFiles files, KnowledgeWatch watch, ArchiveProperties properties) {
        this.files = files;
        this.watch = watch;
        this.properties = properties;
    }

    /**
     * What is said of the last step.
     *
     * @param done the code of what was done; empty for nothing
     * @param refusal the code of why nothing was; empty where something was
     * @param typed what is in the form again
     */
    record Answer(String done, String refusal, Map<String, String> faults, Map<String, String> typed) {
        static Answer done(String code) {
            return new Answer(code, "", Map.of(), Map.of());
        }

        static Answer faults(Map<String, String> faults, Form form) {
            return new Answer("", "", faults, form.typed());
        }

        static Answer refused(String code, Form form) {
            return new Answer("", code, Map.of(), form.typed());
        }
    }

    Rendering list(StaffMember member, List<SettingsGroup> groups) {
        return page("list", member).modelAttribute("groups", groups).build();
    }

    Rendering one(StaffMember member, Subject subject, Draft draft, Answer answer) {
        SettingsRow row = files.row(draft.file());
        String served = row.served() == null ? "" : row.served().text();
        return page("subject", member)
                .modelAttribute("subject", subject)
                .modelAttribute("draft", draft)
                .modelAttribute("row", row)
                .modelAttribute("files", files.rows(subject))
                .modelAttribute("problems", files.faults(draft))
                .modelAttribute("words", WordDiff.of(served, draft.text()))
                .modelAttribute("done", answer.done())
                .modelAttribute("refusal", answer.refusal())
                .modelAttribute("faults", answer.faults())
                .modelAttribute("typed", typed(subject, draft, answer))
                .modelAttribute("groups", SynonymForm.groups(draft.text()))
                .modelAttribute("pins", subject == Subject.PINNED ? PinForm.pins(draft.text()) : List.of())
                .modelAttribute("lines", lines(subject, draft))
                .modelAttribute("queues", subject == Subject.HOURS ? queues(draft) : List.of())
                .modelAttribute("chosenQueues", answer.typed().getOrDefault("ko", "").lines().toList())
                .modelAttribute("languages", NoticeForm.LANGUAGES)
                .modelAttribute("pages", subject == Subject.PINNED
                        ? List.copyOf(watch.library().pages().values())
                        : List.of())
                .status(answer.faults().isEmpty() && answer.refusal().isEmpty()
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    private static Map<String, String> typed(Subject subject, Draft draft, Answer answer) {
        return answer.typed().isEmpty() && subject == Subject.NOTICE
                ? NoticeForm.fields(draft.text())
                : answer.typed();
    }

    private static List<ReplyLine> lines(Subject subject, Draft draft) {
        try {
            return subject == Subject.REPLIES ? ReplyForm.lines(draft.file(), draft.text()) : List.of();
        } catch (YamlEdit.NotPossible unreadable) {
            // Its faults are named beside the text, which is the way to mend it.
            return List.of();
        }
    }

    private static List<String> queues(Draft draft) {
        try {
            return YamlEdit.texts(draft.text(), "queues", "id");
        } catch (YamlEdit.NotPossible unreadable) {
            return List.of();
        }
    }

    Rendering to(Subject subject, String file, String done) {
        return Rendering.redirectTo(UriComponentsBuilder
                .fromPath(SettingsController.PATH + "/" + subject.slug())
                .queryParam("fil", "{file}").queryParam("klart", "{done}").encode()
                .buildAndExpand(file, done).toUriString()).status(HttpStatus.SEE_OTHER).build();
    }

    static Rendering history(String file) {
        return Rendering.redirectTo(UriComponentsBuilder.fromPath("/editor/sidor/historik")
                .queryParam("fil", "{file}").encode().buildAndExpand(file).toUriString())
                .status(HttpStatus.SEE_OTHER).build();
    }

    private Rendering.Builder<?> page(String view, StaffMember member) {
        return Rendering.view("editor/settings/" + view).modelAttribute("member", member)
                .modelAttribute("editorPlace", "installningar")
                .modelAttribute("chief", member.is(StaffRole.EDITOR))
                .modelAttribute("zone", properties.zone())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
