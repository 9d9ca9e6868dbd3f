package se.lotsen.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;
import se.lotsen.knowledge.PageDocument.Service;

/**
 * What the form of a page holds, laid over the page as it was. What the form does not show stays, and what it shows and
 * nobody has changed stays as it was written, whatever a browser makes of line ends, blanks and the order of boxes.
 */
final class PageForm {
    private PageForm() {
    }

    static PageDocument over(PageDocument page, MultiValueMap<String, String> form) {
        Fields old = page.fields();
        Fields fields = new Fields(old.id(), text(form, "rubrik", old.title()),
                text(form, "adress", old.url()),
                text(form, "omrade", old.area()), text(form, "agare", old.owner()), audience(form, old),
                text(form, "granskad", old.reviewed()), text(form, "granska", old.reviewBy()),
                text(form, "fran", old.validFrom()), text(form, "till", old.validTo()), service(form, old),
                text(form, "utan", old.nonDigitalRoute()), text(form, "kontakt", old.contact()),
                lines(form, "fragor", old.questions()), lines(form, "formuleringar", old.phrasings()),
                text(form, "sprak", old.language()), old.source(), old.published(), old.modified(),
                old.breadcrumb());
        String body = form.getFirst("text");
        PageDocument changed = page.with(fields);
        return body == null || shown(body).equals(shown(page.body()))
                ? changed
                : changed.withBody(normalised(body));
    }

    /** As a browser sends it: the first line end of a field is none of its text. */
    private static String shown(String body) {
        String unix = normalised(body);
        return unix.startsWith("\n") ? unix.substring(1) : unix;
    }

    /** Browsers send line ends as CR LF; a file has one kind, and ends with one. */
    private static String normalised(String body) {
        String unix = body.replace("\r\n", "\n").replace('\r', '\n');
        return unix.isEmpty() || unix.endsWith("\n") ? unix : unix + "\n";
    }

    private static @Nullable String text(MultiValueMap<String, String> form, String name,
            @Nullable String old) {
        String typed = form.getFirst(name);
        return typed == null || old != null && words(typed).equals(words(old))
                ? old
                : typed.isBlank() ? null : words(typed);
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static @Nullable List<String> lines(MultiValueMap<String, String> form, String name,
            @Nullable List<String> old) {
        String typed = form.getFirst(name);
        if (typed == null) {
            return old;
        }
        List<String> lines = lines(typed);
        return old != null && lines.equals(lines(String.join("\n", old)))
                ? old
                : lines.isEmpty() ? null : lines;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    private static @Nullable List<String> audience(MultiValueMap<String, String> form, Fields old) {
        if (!form.containsKey("malgrupp-visad")) {
            return old.audience();
        }
        List<String> ticked = Optional.ofNullable(form.get("malgrupp")).orElse(List.of());
        return old.audience() != null && Set.copyOf(old.audience()).equals(Set.copyOf(ticked))
                ? old.audience()
                : ticked.isEmpty() ? null : ticked;
    }

    private static @Nullable Service service(MultiValueMap<String, String> form, Fields old) {
        if (!form.containsKey("tjanst-namn")) {
            return old.eService();
        }
        String name = text(form, "tjanst-namn", null);
        String url = text(form, "tjanst-adress", null);
        return name == null && url == null
                ? null
                : new Service(name, url, form.containsKey("tjanst-eid"), form.containsKey("tjanst-signering"),
                        form.containsKey("tjanst-betalning"));
    }
}
