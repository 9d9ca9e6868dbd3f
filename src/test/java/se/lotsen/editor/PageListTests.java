package se.lotsen.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.archive.ArchiveForTests.VERA;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.lotsen.archive.ArchiveForTests;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Page;
import se.lotsen.privacy.MaskedText;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.PageFile;

/** The list of pages, and how one is begun. In Sweden it is the first of December, half past midnight. */
class PageListTests {
    private static final ArchiveProperties PROPERTIES = new ArchiveProperties(false,
            ZoneId.of("Europe/Stockholm"), Duration.ofDays(30));
    private final MovedClock clock = new MovedClock("2026-11-30T23:30:00Z");
    private Map<String, Set<PageState>> alarms = Map.of();
    private KnowledgeFiles files;
    private ArchiveForTests open;
    private RecordForTests record;
    private PageList list;
    private NewPages newPages;

    @BeforeEach
    void begin(@TempDir Path root) {
        String url = RecordForTests.address(root);
        files = new KnowledgeFiles(root.resolve("kunskap"));
        page("bra", aPage("bra")).page("sist", "reviewBy", "2026-12-01").page("sen", "reviewBy", "2026-11-30")
                .page("slut", "validTo", "2026-11-30").page("idag", "validTo", "2026-12-01");
        files.write("pages/bygga-och-bo/trasig.md", "ingen sida");
        record = new RecordForTests(url, clock, (event, standing) -> List.of());
        open = new ArchiveForTests(url, files.folder(), clock);
        list = new PageList(open.watch, open.archive, new PageUse(record.questions, clock),
                List.of(() -> alarms), PROPERTIES, clock);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("se.lotsen.editor.messages");
        messages.setDefaultEncoding("UTF-8");
        newPages = new NewPages(open.watch, open.archive, PROPERTIES, messages, clock);
    }

    private PageListTests page(String id, PageFile page) {
        files.page("bygga-och-bo/" + id + ".md", page);
        return this;
    }

    private PageListTests page(String id, String field, String date) {
        return page(id, aPage(id).with(field, date));
    }

    @AfterEach
    void close() {
        open.close();
        record.close();
    }

    private static String file(String id) {
        return "pages/bygga-och-bo/" + id + ".md";
    }

    private PageRow row(String id) {
        return list.rows().stream().filter(row -> row.file().equals(file(id))).findFirst().orElseThrow();
    }

    private Draft draft(String id) {
        Draft begun = open.archive.begin(file(id), VERA);
        return open.archive.save(begun.id(), begun.version(), begun.text() + "Mer.\n", VERA);
    }

    @Test
    void everyPageSaysHowItIs() {
        assertThat(row("bra").states()).containsExactly(PageState.PUBLISHED);
        assertThat(row("sist").states()).as("its last day").containsExactly(PageState.PUBLISHED);
        assertThat(row("idag").states()).containsExactly(PageState.PUBLISHED);
        assertThat(row("sen").states()).containsExactly(PageState.STALE, PageState.PUBLISHED);
        assertThat(row("slut").states()).containsExactly(PageState.STALE, PageState.PUBLISHED);
        assertThat(row("trasig").states()).containsExactly(PageState.BROKEN);
        Draft draft = draft("bra");
        assertThat(row("bra").states()).containsExactly(PageState.DRAFT, PageState.PUBLISHED);
        assertThat(row("bra").draft()).isEqualTo(draft);
        open.archive.handIn(draft.id(), draft.version(), "", VERA);
        assertThat(row("bra").states()).containsExactly(PageState.IN_REVIEW, PageState.PUBLISHED);
        draft("trasig");
        assertThat(row("trasig").states()).containsExactly(PageState.BROKEN, PageState.DRAFT);
        alarms = Map.of("bra", Set.of(PageState.CONFLICTING, PageState.BROKEN_LINK), "okand",
                Set.of(PageState.GONE_AT_SOURCE));
        assertThat(row("bra").states()).containsExactly(PageState.CONFLICTING, PageState.BROKEN_LINK,
                PageState.IN_REVIEW, PageState.PUBLISHED);
        assertThat(list.rows()).hasSize(6).allMatch(row -> !row.states().isEmpty());
    }

    @Test
    void aDraftOfANewPageIsListedAsFarAsItIsWritten() {
        open.archive.create(file("ny"), aPage("ny").with("reviewBy", "snart").without("owner").text(),
                DraftOrigin.IMPORTED, VERA);
        open.archive.create(file("tom"), "", DraftOrigin.GAP, VERA);
        open.archive.create("synonyms.sv.txt", "a, b\n", DraftOrigin.WRITTEN, VERA);
        assertThat(row("ny")).extracting(PageRow::title, PageRow::states, PageRow::owner, PageRow::reviewBy)
                .containsExactly("Om ny", Set.of(PageState.DRAFT), "", null);
        assertThat(row("tom").title()).isEqualTo(file("tom"));
        assertThat(list.rows()).as("pages alone").hasSize(8);
    }

    @Test
    void aPagesUseIsCountedOverThirtyDays() {
        asked("bra", null);
        clock.move(Duration.ofDays(20));
        asked("bra", true);
        asked("bra", false);
        asked("bra", true);
        clock.move(Duration.ofSeconds(1));
        assertThat(row("bra").use()).isEqualTo(new PageUse.Use(4, 3, 2));
        assertThat(row("bra").use().helpfulness()).isEqualTo(67);
        assertThat(row("sen").use().helpfulness()).isNull();
        asked("bra", true);
        assertThat(row("bra").use().hits()).as("counted within this minute").isEqualTo(4);
        clock.move(Duration.ofDays(11));
        assertThat(row("bra").use().hits()).isEqualTo(4);
    }

    private void asked(String page, Boolean helpful) {
        ConversationId talk = record.start();
        AskedQuestion asked = record.store.ask(talk, RecordForTests.key(),
                MaskedText.restored("vad gäller", Set.of()), "sv");
        Citation citation = new Citation(page, "R", "/knowledge/" + page + "#r");
        record.store.answer(asked.event(), List.of(new TextReleased("Ett.", List.of(citation)),
                new TextReleased("Två.", List.of(citation)), new Completed(AnswerOutcome.ANSWERED.kind(),
                        AnswerOutcome.ANSWERED, asked.answer(), 0.9)));
        if (helpful != null) {
            record.store.rate(talk, RecordForTests.key(), asked.answer(), helpful, null);
        }
    }

    @Test
    void theListIsCutByWordsStateOwnerAndOrigin() {
        open.archive.create(file("ny"), aPage("ny").with("owner", "Teknik").text(), DraftOrigin.IMPORTED,
                VERA);
        assertThat(shown("sok", "OM sen")).containsExactly("sen");
        assertThat(shown("sok", "bygga-och-bo teknik")).containsExactly("ny");
        assertThat(shown("sok", "   ")).hasSize(7);
        assertThat(shown("lage", "STALE")).containsExactlyInAnyOrder("sen", "slut");
        assertThat(shown("lage", "finns-inte")).hasSize(7);
        assertThat(shown("agare", "Teknik")).containsExactly("ny");
        assertThat(shown("ursprung", "IMPORTED")).containsExactly("ny");
        assertThat(shown("lage", "DRAFT", "agare", "Ingen")).isEmpty();
        assertThat(PageList.owners(list.rows())).containsExactly("Samhällsbyggnadsförvaltningen", "Teknik");
    }

    @Test
    void theListIsOrderedAsAskedForAndByWhatIsUrgentOtherwise() {
        asked("slut", null);
        asked("bra", null);
        clock.move(Duration.ofSeconds(1));
        draft("sist");
        assertThat(shown()).containsExactly("trasig", "slut", "sen", "sist", "bra", "idag");
        assertThat(shown("ordning", "skräp")).isEqualTo(shown());
        assertThat(shown("ordning", "TITLE")).containsExactly("bra", "idag", "sen", "sist", "slut", "trasig");
        assertThat(shown("ordning", "REVIEW")).startsWith("sen", "sist").endsWith("trasig");
        assertThat(shown("ordning", "HITS")).startsWith("bra", "slut");
    }

    private List<String> shown(String... fields) {
        return PageFilter.of(form(fields)).of(list.rows()).stream()
                .map(row -> row.file().replaceAll(".*/|\\.md", "")).toList();
    }

    private static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.add(fields[at], fields[at + 1]);
        }
        return form;
    }

    @Test
    void aPageIsNamedAfterItsTitle() {
        assertThat(NewPages.slug("Låna skidor på Åsen")).isEqualTo("lana-skidor-pa-asen");
        assertThat(NewPages.slug(" ÅÄÖ é – Ü! ")).isEqualTo("aao-e-u");
        assertThat(NewPages.slug("Raket \uD83D\uDE80 2")).isEqualTo("raket-2");
        assertThat(NewPages.slug("Fo\u0308rskola")).isEqualTo("forskola");
        assertThat(NewPages.slug("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(NewPages.slug("a".repeat(59) + " " + "b".repeat(9))).isEqualTo("a".repeat(59));
        for (String none : List.of("", " ", "!!", "\uD83D\uDE80", "漢字", "---")) {
            assertThat(NewPages.slug(none)).as(none).isEmpty();
            assertThat(newPages.begin(form("rubrik", none, "omrade", "bygga-och-bo"))).as(none).isEmpty();
        }
        assertThat(newPages.begin(form())).isEmpty();
    }

    @Test
    void aNameIsUsedOnce() {
        assertThat(begun("Bra").file()).isEqualTo(file("bra-2"));
        open.archive.create(file("bra-2"), "", DraftOrigin.WRITTEN, VERA);
        assertThat(begun("BRÅ").file()).isEqualTo(file("bra-3"));
        assertThat(begun("Trasig").file()).as("what cannot be read is somebody's page, too")
                .isEqualTo(file("trasig-2"));
        assertThat(newPages.begin(form("rubrik", "Ny", "omrade", "../..")).orElseThrow().file())
                .isEqualTo("pages/allmant/ny.md");
    }

    @Test
    void aPageBeginsWithWhatItsAreaHasInCommonAndCanBeServed() {
        NewPages.Begun begun = newPages.begin(form("rubrik", "Ny: sida #1", "omrade", "bygga-och-bo",
                "fraga", "hur gör man")).orElseThrow();
        List<Finding> findings = new java.util.ArrayList<>();
        Page page = Page.read(begun.file(), begun.text(), findings::add)
                .orElseThrow(() -> new AssertionError(findings));
        assertThat(page.metadata().title()).isEqualTo("Ny: sida #1");
        assertThat(page.metadata().url()).isEqualTo("https://www.lindakra.example/ny-sida-1");
        assertThat(page.metadata().questions()).containsExactly("hur gör man");
        assertThat(page.metadata().reviewed()).isEqualTo("2026-12-01");
        assertThat(page.metadata().reviewBy()).isEqualTo("2027-12-01");
        assertThat(newPages.areas()).containsExactly("bygga-och-bo");
    }

    private NewPages.Begun begun(String title) {
        return newPages.begin(form("rubrik", title, "omrade", "bygga-och-bo")).orElseThrow();
    }
}
