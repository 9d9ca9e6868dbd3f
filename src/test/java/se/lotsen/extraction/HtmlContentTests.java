package se.lotsen.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlContentTests {
    private static final URI ADDRESS = URI.create("https://www.asby.example/bygga/bygglov");

    private static FoundPage read(String html) {
        return HtmlContent.read(html, ADDRESS, "sida").orElseThrow();
    }

    private static String markdown(String body) {
        return read("<html lang=sv><body><main><h1>Bygglov</h1>" + body + "</main></body></html>").markdown();
    }

    @Test
    void aMarkedPageKeepsItsTextAndLosesWhatSurroundsIt() {
        FoundPage page = read(
                """
                        <!doctype html><html lang="sv-SE"><head><title>Bygglov - Åsby kommun</title>
                        <meta property="article:published_time" content="2025-02-01T08:00:00+01:00"></head><body>
                        <div id="cc-main" class="cookie-consent" role="dialog"><h2>Vi använder kakor</h2><p>Vi använder kakor för statistik.</p></div>
                        <a class="skip" href="#c">Hoppa till innehåll</a>
                        <header><a href="/">Åsby kommun</a><form role="search"><input><button>Sök</button></form></header>
                        <nav aria-label="Brödsmulor"><ol><li><a href="/">Start</a></li><li><a href="/bygga">Bygga och bo</a></li><li>Bygglov</li></ol></nav>
                        <main id="c"><h1>Bygglov</h1><p class="ingress">Du behöver bygglov för att bygga nytt.</p>
                        <h2>Avgift</h2><p>Avgiften är <strong>4&nbsp;500 kronor</strong>. Se <a href="/taxa.pdf">taxan</a>.</p>
                        <ul><li>Ritning</li><li>Karta<ul><li>Skala 1:500</li></ul></li></ul>
                        <section class="share-buttons"><h2>Dela sidan</h2><a href="https://facebook.com">Facebook</a></section>
                        <div><h2>Rekommenderad läsning</h2><ul><li><a href="/a">Attefallshus</a></li><li><a href="/b">Tomt</a></li></ul></div>
                        <div class="x9"><h2>Hjälpte informationen dig?</h2><button>Ja</button><button>Nej</button><p>Tack för ditt svar!</p></div>
                        <p>Senast uppdaterad: 3 mars 2026</p></main>
                        <aside><h2>Nyhetsbrev</h2><p>Anmäl dig till vårt nyhetsbrev.</p></aside>
                        <footer><p>Åsby kommun, Torget 1</p></footer></body></html>""");
        assertThat(page.title()).isEqualTo("Bygglov");
        assertThat(page.markdown()).isEqualTo("""
                Du behöver bygglov för att bygga nytt.

                ## Avgift

                Avgiften är 4 500 kronor. Se [taxan](https://www.asby.example/taxa.pdf).

                - Ritning
                - Karta
                   - Skala 1:500""");
        assertThat(page.breadcrumb()).containsExactly("Start", "Bygga och bo", "Bygglov");
        assertThat(page.published()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(page.modified()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(page.language()).isEqualTo("sv");
    }

    @Test
    void aPageWithoutLandmarksIsReadByTheDensityOfItsText() {
        FoundPage page = read(
                """
                        <html><head><title>Sophämtning | Åsby</title></head><body><div class="a1"><div class="a2">
                        <ul><li><a href="/1">Bo</a></li><li><a href="/2">Barn</a></li><li><a href="/3">Kultur</a></li></ul></div>
                        <div class="a3"><div class="a4"><h1>Sophämtning</h1><p>Vi hämtar sopor varannan vecka hos alla hushåll i kommunen.</p>
                        <p>Ställ ut kärlet senast klockan 06.00 med handtaget utåt vägen.</p></div>
                        <div class="a5"><h2>Helger</h2><p>Vid helger hämtar vi dagen efter. Läs mer på <a href="/x">helgschemat</a>.</p></div></div>
                        <div class="a6"><ul><li><a href="/4">Press</a></li><li><a href="/5">Kontakt</a></li><li><a href="/6">Webbkarta</a></li></ul></div>
                        </div></body></html>""");
        assertThat(page.markdown()).startsWith("Vi hämtar sopor").contains("## Helger")
                .contains("dagen efter")
                .doesNotContain("Kultur").doesNotContain("Press").doesNotContain("# Sophämtning");
    }

    @Test
    void aFormAroundTheWholePageIsNoForm() {
        assertThat(read(
                "<body><form id=aspnetForm><div><h1>Vatten</h1><p>Dricksvattnet kommer från sjön.</p></div></form>")
                .markdown()).isEqualTo("Dricksvattnet kommer från sjön.");
    }

    @Test
    void aTableThatArrangesTheOldPageIsReadAsBoxes() {
        FoundPage page = read(
                """
                        <body><table width=100%><tr><td><ul><li><a href=a>Start</a><li><a href=b>Omsorg</a><li><a href=c>Skola</a></ul></td>
                        <td><h1>Bidrag</h1><p>Föreningar kan söka bidrag två gånger om året hos kultur och fritid.</p>
                        <table border=1><tr><th>Typ<th>Belopp</tr><tr><td>Startbidrag<td>3 000 kr</tr></table></td></tr></table></body>""");
        assertThat(page.markdown()).isEqualTo("""
                Föreningar kan söka bidrag två gånger om året hos kultur och fritid.

                | Typ | Belopp |
                | --- | --- |
                | Startbidrag | 3 000 kr |""");
    }

    @Test
    void foldedTextIsOpened() {
        assertThat(markdown(
                """
                        <details><summary>Vad kostar det?</summary><p>Det kostar 100 kronor.</p></details>
                        <h2><button aria-expanded="false" aria-controls="p1">Hur lång tid tar det?</button></h2>
                        <div id="p1" hidden><p>Tio veckor.</p></div><p hidden>Osynligt</p><p style="display: none">Dolt</p>"""))
                .isEqualTo("""
                        ## Vad kostar det?

                        Det kostar 100 kronor.

                        ## Hur lång tid tar det?

                        Tio veckor.""");
    }

    @Test
    void aDefinitionIsReadWithItsTerm() {
        assertThat(markdown(
                "<dl><dt>Telefon:</dt><dd><a href='tel:+4631123'>031-123</a></dd><dt>Öppet</dt><dd>9–16</dd></dl>"))
                .isEqualTo("- Telefon: [031-123](tel:+4631123)\n- Öppet: 9–16");
    }

    @Test
    void aCellThatSpansIsReadInEachOfItsRows() {
        assertThat(markdown(
                """
                        <table><caption>Avgifter</caption><thead><tr><th>Ålder</th><th colspan=2>Avgift</th></tr></thead>
                        <tbody><tr><td rowspan=2>0–5 år</td><td>Heltid</td><td>1 000</td></tr><tr><td>Deltid</td><td>500|x</td></tr></tbody></table>"""))
                .isEqualTo("""
                        Avgifter

                        | Ålder | Avgift | Avgift |
                        | --- | --- | --- |
                        | 0–5 år | Heltid | 1 000 |
                        | 0–5 år | Deltid | 500\\|x |""");
    }

    @Test
    void aTableWithoutHeadingsGetsNone() {
        assertThat(markdown(
                "<table><tr><td>Måndag</td><td>9–16</td></tr><tr><th>Tisdag</th><td>9–18</td></tr></table>"))
                .isEqualTo("| | |\n| --- | --- |\n| Måndag | 9–16 |\n| Tisdag | 9–18 |");
    }

    @Test
    void anAddressKeepsItsLines() {
        assertThat(markdown("<p>Stadshuset<br>Torget 1<br>123 45 Åsby</p>"))
                .isEqualTo("Stadshuset\\\nTorget 1\\\n123 45 Åsby");
    }

    @Test
    void aFactBoxBesideTheTextStaysAndAnAnnouncementGoes() {
        assertThat(markdown(
                """
                        <p>Ansök i e-tjänsten eller på en blankett som du hämtar i receptionen.</p>
                        <aside class="box-1"><h2>Fakta</h2><p>Bygglov gäller i fem år från den dag då beslutet togs.</p></aside>
                        <aside class="box-2"><h2>Nyheter</h2><p>Nu öppnar simhallen igen efter sommaren.</p></aside>"""))
                .contains("gäller i fem år").doesNotContain("simhallen");
    }

    @Test
    void aHeadingThatUsuallyStandsBesideATextMayStandInIt() {
        String text = "<p>Undervisningen ges i de språk som minst fem elever har ansökt om och där det finns en lärare. "
                + "Samma gäller för nationella minoritetsspråk, men där räcker det med en elev.</p>";
        assertThat(markdown("<h2>Språk</h2>" + text.repeat(4) + "<h2>Ansökan</h2><p>Ansök senast i maj.</p>"))
                .contains("## Språk").contains("minst fem elever").contains("## Ansökan");
        assertThat(markdown(
                "<p>Om modersmål.</p><h2>Språk</h2><ul><li><a href=/en>English</a></li><li><a href=/so>Soomaali</a></li></ul>"))
                .doesNotContain("Språk").doesNotContain("Soomaali");
    }

    @Test
    void headingsBeginBelowTheTitleWithoutGaps() {
        assertThat(markdown("<h3>A</h3><p>a</p><h5>B</h5><p>b</p><h3>Tom</h3>"))
                .isEqualTo("## A\n\na\n\n### B\n\nb");
    }

    @Test
    void aBoldLineOverATextIsItsHeading() {
        assertThat(markdown("<p><b>Avgifter</b></p><p>Det kostar inget.</p>"))
                .isEqualTo("## Avgifter\n\nDet kostar inget.");
    }

    @Test
    void noLinkLeadsToAScriptAndNoneToAPlaceOnThePage() {
        assertThat(
                markdown("<p><a href='javascript:x()'>ett</a> <a href='#b'>två</a> <a href='data:x'>tre</a> "
                        + "<a href='mailto:a@b.example'>fyra</a></p>"))
                .isEqualTo("ett två tre [fyra](mailto:a@b.example)");
    }

    @Test
    void textThatLooksLikeMarkupStaysText() {
        assertThat(markdown(
                "<p># 1. *inte* [fet](x) &lt;b&gt; `kod`</p><p>1. inte en lista</p><p>- inte heller</p>"))
                .isEqualTo(
                        "\\# 1. \\*inte\\* \\[fet\\](x) \\<b\\> \\`kod\\`\n\n1\\. inte en lista\n\n\\- inte heller");
    }

    @ParameterizedTest
    @CsvSource({"<h1>Bad</h1>, Bad", "<title>Bad - Åsby kommun</title>, Bad",
            "<meta property=og:title content='Simhall'><title>Bad - Åsby</title>, Simhall",
            "<title>Bad - Åsby</title><header><h1>Åsby</h1></header><main><h1>Simma</h1>, Simma"})
    void theTitleIsThePagesOwn(String html, String title) {
        assertThat(read(html + "<p>Simhallen är öppen varje dag.</p>").title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "<body><script>x</script></body>", "<p hidden>dolt</p>"})
    void aPageWithoutTextIsNone(String html) {
        assertThat(HtmlContent.read(html, ADDRESS, "sida")).isEmpty();
    }
}
