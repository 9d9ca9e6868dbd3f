package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.knowledge.Statement.Form;

class MarkdownTextTests {

    @Test
    void aTableOfTwoColumnsReadsAsPairs() {
        assertThat(statements("""
                | Ärende | Avgift |
                |---|---|
                | Skylt | 3 700 kronor |
                | **Rivningslov** | [5 400 kronor](https://a.example) |
                """)).containsExactly(new Statement("Skylt: 3 700 kronor", Form.TABLE_ROW, 0),
                new Statement("Rivningslov: 5 400 kronor", Form.TABLE_ROW, 0));
    }

    @Test
    void aWiderTableNamesItsColumns() {
        assertThat(statements("""
                | Simhall | Vuxen | Barn | |
                |---|---|---|---|
                | Hamnvik | 80 kronor | 40 kronor | gratis för spädbarn |
                | Rosdal | | 30 kronor | |
                """)).extracting(Statement::text).containsExactly(
                "Hamnvik – Vuxen: 80 kronor; Barn: 40 kronor; gratis för spädbarn",
                "Rosdal – Barn: 30 kronor");
    }

    @Test
    void itemsOfNestedListsStandOnTheirOwnInOrder() {
        assertThat(statements("""
                - Ett
                  med fortsättning
                  1. Ett ett
                  2. Ett två
                     - Ett två ett
                - Två

                  Två igen
                """)).containsExactly(new Statement("Ett med fortsättning", Form.LIST_ITEM, 0),
                new Statement("Ett ett", Form.LIST_ITEM, 0), new Statement("Ett två", Form.LIST_ITEM, 0),
                new Statement("Ett två ett", Form.LIST_ITEM, 0),
                new Statement("Två Två igen", Form.LIST_ITEM, 0));
    }

    @Test
    void aParagraphIsCutIntoSentencesWithoutItsMarkup() {
        assertThat(statements("Ring **031-390 06 00** kl. 8.00.\nEller [mejla](mailto:a@b.example) *oss*."))
                .extracting(Statement::text)
                .containsExactly("Ring 031-390 06 00 kl. 8.00.", "Eller mejla oss.");
    }

    @Test
    void rawHtmlIsShownAsText() {
        assertThat(html("<script>alert(1)</script>\n\nText <b onclick=\"x()\">fet</b>."))
                .doesNotContain("<script", "<b ").contains("&lt;script&gt;", "&lt;b onclick=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
            "file:///etc/passwd", "&#106;avascript:alert(1)", "<java\\script:x>"})
    void aLinkThatLeadsElsewhereThanThePlainWebLosesItsTarget(String target) {
        assertThat(html("[text](" + target + ") ![bild](" + target + ")")).contains("text")
                .doesNotContainIgnoringCase("script:").doesNotContain("data:", "file:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.lindakra.example/a?b=c", "http://a.example", "mailto:a@b.example",
            "tel:+46313900600", "/knowledge/bygglov#start"})
    void anOrdinaryLinkKeepsItsTarget(String target) {
        assertThat(html("[text](" + target + ")")).contains("href=\"" + target + "\"");
    }

    @Test
    void everyAnchorOfAPassageIsInThePage() {
        Node document = MarkdownText.parse("""
                Inledning.

                ## Avgift

                | a | b |
                |---|---|
                | c | d |

                ## Steg
                - ett
                """);
        PassageSplitter.Cut cut = PassageSplitter.markdown("p", "Titel", document);
        String html = MarkdownText.html(document, cut.anchorOfNode());
        assertThat(cut.passages()).hasSize(3).allSatisfy(passage -> assertThat(html)
                .containsOnlyOnce(" id=\"" + passage.anchor() + "\""));
        assertThat(html).contains("<p id=\"start\" tabindex=\"-1\">", "<h2 id=\"avgift\"");
    }

    /** Each of these has brought a Markdown parser down by time or by depth. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "![", "[](", "\"", "'", "(", "> ", "- ", "1. ", "*", "_a ", "*a_ ",
            "**a *", "`",
            "```\n", "&", "\\", "|", "|-", "a|b\n", "#", "\t", "[a]: b\n", "~", "*a **a "})
    void repetitionEndsQuickly(String piece) {
        assertEndsQuickly(piece.repeat(100_000 / piece.length()));
    }

    /** CommonMark looks for the end of a tag from each beginning anew; a page full of them is no page. */
    @ParameterizedTest
    @ValueSource(strings = {"<", "<a ", "<!--", "[a](<"})
    void tagsThatNeverEndDoNotHoldUpAPage(String piece) {
        assertEndsQuickly(piece.repeat(10_000 / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* *", "[ ]", "![ ](b)", "*a a*", "**a a**", "_( )_"})
    void deepNestingEnds(String pair) {
        String[] halves = pair.split(" ", 2);
        assertEndsQuickly(halves[0].repeat(5_000) + "ord" + halves[1].repeat(5_000));
    }

    private static void assertEndsQuickly(String markdown) {
        assertTimeout(Duration.ofSeconds(5), () -> {
            Node document = MarkdownText.parse(markdown);
            PassageSplitter.Cut cut = PassageSplitter.markdown("p", "Titel", document);
            MarkdownText.html(document, cut.anchorOfNode());
        });
    }

    @Test
    void whatIsNestedTooDeepKeepsItsText() {
        String text = "*".repeat(5_000) + "ord" + "*".repeat(5_000);
        assertThat(html(text)).contains("ord");
        assertThat(statements(text)).extracting(Statement::text).containsExactly("ord");
    }

    @Test
    void htmlIsNotSpokenButItsTextIs() {
        assertThat(MarkdownText.plain(MarkdownText.parse("""
                <!-- kontrollera avgiften
                med ekonomi -->

                Rad ett<br>rad <b>två</b> &amp; tre

                <div class="ruta">I en ruta</div>
                """))).isEqualTo("Rad ett rad två & tre I en ruta");
    }

    @Test
    void aQuotedListReadsAsRunningText() {
        assertThat(statements("> Ta med:\n>\n> - legitimation\n> - bilder\n")).extracting(Statement::text)
                .containsExactly("Ta med: legitimation bilder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div style=\"display:none\">Dolt.</div>",
            "<div style='color:red; display : none'><p>Dolt.</p></div>",
            "<p hidden>Dolt.</p>", "<script>Dolt.</script>", "<style>Dolt.</style>", "<!-- Dolt. -->",
            "Synligt <span style=\"font-size:0\">Dolt.</span> mer.",
            "<span aria-hidden=\"true\">Dolt.</span> mer.",
            "Synligt <span style=\"opacity:0;\"><span>Dolt.</span> Dolt.</span> mer."})
    void whatABrowserShowsToNobodyIsNoStatement(String markdown) {
        assertThat(statements(markdown)).extracting(Statement::text)
                .allSatisfy(text -> assertThat(text).doesNotContain("Dolt").contains("mer."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div style=\"font-size:0.9em\">Synligt.</div>",
            "<span class=\"hidden-xs\">Synligt.</span>",
            "<p data-x=\"1\">Synligt.</p>", "<span style=\"opacity:0.5\">Synligt.</span>"})
    void whatIsShownIsAStatement(String markdown) {
        assertThat(statements(markdown)).extracting(Statement::text).containsExactly("Synligt.");
    }

    private static List<Statement> statements(String markdown) {
        return MarkdownText.statements(MarkdownText.parse(markdown).getFirstChild(), 0);
    }

    private static String html(String markdown) {
        return MarkdownText.html(MarkdownText.parse(markdown), Map.of());
    }

    @Test
    void aPictureIsItsAlternativeText() {
        assertThat(html(
                "Se ![kartan <b>](https://foreign.example/x.png?d=1 \"t\") och ![b][r]\n\n[r]: //foreign.example/b"))
                .contains("Se kartan och b").doesNotContain("<img", "foreign.example");
    }
}
