package se.lotsen.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;
import se.lotsen.testing.KnowledgeFiles;

/** What a form makes of a page. */
class PageFormTests {

    private static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.add(fields[at], fields[at + 1]);
        }
        return form;
    }

    /** What a browser sends when somebody opens a page and presses the button. */
    private static MultiValueMap<String, String> untouched(PageDocument page) {
        Fields fields = page.fields();
        MultiValueMap<String, String> form = form("rubrik", shown(fields.title()), "adress",
                shown(fields.url()), "omrade", shown(fields.area()), "agare", shown(fields.owner()),
                "malgrupp-visad", "1", "kontakt", shown(fields.contact()), "utan",
                area(fields.nonDigitalRoute() == null ? "" : fields.nonDigitalRoute()), "granskad",
                shown(fields.reviewed()), "granska",
                shown(fields.reviewBy()), "fran", shown(fields.validFrom()), "till",
                shown(fields.validTo()), "sprak", shown(fields.language()), "formuleringar",
                lines(fields.phrasings()), "fragor", lines(fields.questions()), "text", area(page.body()),
                "tjanst-namn", fields.eService() == null ? "" : shown(fields.eService().name()),
                "tjanst-adress", fields.eService() == null ? "" : shown(fields.eService().url()));
        Stream.of("residents", "businesses", "visitors", "associations")
                .filter(one -> fields.audience() != null && fields.audience().contains(one))
                .forEach(one -> form.add("malgrupp", one));
        if (fields.eService() != null) {
            tick(form, "tjanst-eid", fields.eService().eId());
            tick(form, "tjanst-signering", fields.eService().signing());
            tick(form, "tjanst-betalning", fields.eService().payment());
        }
        return form;
    }

    private static void tick(MultiValueMap<String, String> form, String name, @Nullable Boolean value) {
        if (Boolean.TRUE.equals(value)) {
            form.add(name, "on");
        }
    }

    /** An attribute's value: a browser takes line ends out of one line. */
    private static String shown(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\R", "");
    }

    private static String lines(@Nullable List<String> values) {
        return area(values == null ? "" : String.join("\n", values));
    }

    /** A browser drops a first line end, and sends the others as CR LF. */
    private static String area(String text) {
        return text.replaceFirst("\\A\\R", "").replaceAll("\\R", "\r\n");
    }

    @Test
    void aPageThatIsOpenedAndKeptStaysByteForByte() throws Exception {
        try (Stream<Path> files = Files.walk(KnowledgeFiles.shipped().resolve("pages"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".md")).toList()) {
                assertStays(Files.readString(file));
            }
        }
    }

    @Test
    void soDoesOneThatIsWrittenInAnotherWay() {
        assertStays(aPage("a").body("En.\n\nTvå.\n").lineEnd("\r\n").text());
        assertStays(aPage("a").body("Utan radslut.").text());
        assertStays(aPage("a").body("\nEn tom rad först.\n").text());
        assertStays(aPage("a").with("title", "'Två  blanktecken '").text());
        assertStays(aPage("a").with("audience", "[visitors, residents]").text());
        assertStays(aPage("a").with("phrasings", "[en, en, ' två ']").text());
        assertStays(aPage("a").with("nonDigitalRoute", "|\n  Ring.\n  Kom hit.\n").text());
        assertStays(aPage("a").without("eService", "phrasings").text());
        assertStays("Bara text.\n");
    }

    private static void assertStays(String text) {
        PageDocument page = PageDocument.parse(text);
        assertThat(PageForm.over(page, untouched(page)).text()).isEqualTo(text);
        assertThat(PageForm.over(page, form("fil", "pages/a.md")).text()).isEqualTo(text);
    }

    @Test
    void whatIsTypedReplacesItsFieldAndLeavesTheOthers() {
        PageDocument page = PageDocument.parse(aPage("a").with("source", "sitemap")
                .with("published", "2026-01-02").with("breadcrumb", "[Start, Bygga]").text());
        PageDocument changed = PageForm.over(page, form("rubrik", "  Ny \t rubrik\r\n", "agare", "",
                "formuleringar", "ett\r\n\r\n två \r\nett\r\n", "malgrupp-visad", "1", "malgrupp",
                "visitors", "text", "Ny text.\r\n\r\nMer."));
        assertThat(changed.fields().title()).isEqualTo("Ny rubrik");
        assertThat(changed.fields().owner()).isNull();
        assertThat(changed.fields().phrasings()).containsExactly("ett", "två");
        assertThat(changed.fields().audience()).containsExactly("visitors");
        assertThat(changed.body()).isEqualTo("Ny text.\n\nMer.\n");
        assertThat(changed.fields()).extracting(Fields::id, Fields::url, Fields::source, Fields::published,
                Fields::breadcrumb, Fields::eService)
                .containsExactly("a", page.fields().url(), "sitemap", "2026-01-02",
                        List.of("Start", "Bygga"), page.fields().eService());
    }

    @Test
    void anEServiceComesAndGoesWithItsNameAndAddress() {
        PageDocument page = PageDocument.parse(aPage("a").text());
        assertThat(PageForm.over(page, form("tjanst-namn", "", "tjanst-adress", " ")).fields().eService())
                .isNull();
        PageDocument.Service other = PageForm.over(page, form("tjanst-namn", "Boka", "tjanst-adress",
                "https://x.example/", "tjanst-betalning", "on")).fields().eService();
        assertThat(other).isEqualTo(new PageDocument.Service("Boka", "https://x.example/", false, false,
                true));
    }

    @Test
    void noTickedAudienceIsNone() {
        PageDocument page = PageDocument.parse(aPage("a").text());
        assertThat(PageForm.over(page, form("malgrupp-visad", "1")).fields().audience()).isNull();
    }
}
