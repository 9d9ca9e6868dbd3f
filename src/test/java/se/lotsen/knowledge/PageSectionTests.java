package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageSectionTests {

    @Test
    void everyAnchorThatAnAnswerCanCiteIsOnItsPageOnce() {
        Library library = Library.read(new KnowledgeFolder(Path.of("knowledge-base")));
        assertThat(library.pages().values()).isNotEmpty().allSatisfy(PageSectionTests::hasItsAnchors);
    }

    @Test
    void aPassageThatBeginsInsideABlockHasItsAnchorAtTheBlock() {
        String items = IntStream.range(0, 60).mapToObj(i -> "- Punkt " + i + " med några ord till.\n")
                .collect(Collectors.joining());
        Page page = page("## Lista\n\n" + items);
        assertThat(page.passages()).hasSizeGreaterThan(1);
        hasItsAnchors(page);
        assertThat(PageSection.of(page)).singleElement()
                .satisfies(section -> assertThat(section.alsoAnchors())
                        .contains(page.passages().get(1).anchor()));
    }

    @Test
    void aSectionIsWhatIsReadTogether() {
        assertThat(PageSection.of(page("Inledning.\n\nMera.\n\n## A\n\nEtt.\n\n## B\n\nTvå."))).hasSize(3)
                .first().satisfies(lead -> assertThat(lead.html()).contains("Inledning.", "Mera."));
    }

    @Test
    void anEditorsHtmlIsShownAndNotRun() {
        assertThat(PageSection.of(page("Hej <script>alert(1)</script>")).getFirst().html())
                .doesNotContain("<script").contains("&lt;script&gt;");
    }

    private static void hasItsAnchors(Page page) {
        List<String> anchors = new ArrayList<>();
        for (PageSection section : PageSection.of(page)) {
            anchors.addAll(section.alsoAnchors());
            page.passages().stream().map(Passage::anchor)
                    .filter(anchor -> section.html().contains(" id=\"" + anchor + "\""))
                    .forEach(anchors::add);
        }
        assertThat(anchors).as(page.id()).containsExactlyInAnyOrderElementsOf(
                page.passages().stream().map(Passage::anchor).toList());
    }

    private static Page page(String body) {
        String head = """
                ---
                id: sida
                title: Sida
                url: https://www.lindakra.example/sida
                area: test
                owner: Kontoret
                audience: [residents]
                reviewed: 2026-09-14
                reviewBy: 2027-09-14
                nonDigitalRoute: Ring.
                contact: kontaktcenter
                questions: [Vad?]
                phrasings: [a, b, c, d]
                ---
                """;
        List<Finding> findings = new ArrayList<>();
        Optional<Page> page = PageReader.read("pages/test/sida.md", head + body, findings::add);
        assertThat(findings).isEmpty();
        return page.orElseThrow();
    }
}
