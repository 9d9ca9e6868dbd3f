package se.lotsen.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.extraction.Extraction.Nothing;
import se.lotsen.extraction.Extraction.Pages;
import se.lotsen.extraction.SourceDocument.Kind;
import se.lotsen.knowledge.EService;

class ExtractorTests {
    private static final URI ADDRESS = URI.create("https://www.asby.example/x");
    private final Extractor extractor = new Extractor();

    private Extraction read(Kind kind, byte[] bytes, String charset) throws InterruptedException {
        return extractor.read(SourceDocument.of(kind, bytes, charset, "filen", ADDRESS));
    }

    private List<FoundPage> pages(Kind kind, byte[] bytes) throws InterruptedException {
        return ((Pages) read(kind, bytes, null)).pages();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // Decoding

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"})
    void aPageIsReadInWhateverItsServerSays(String charset) throws InterruptedException {
        byte[] bytes = "<p>Åäö – kära invånare i kommunen</p>"
                .replace("–", charset.equals("ISO-8859-1") ? "-" : "–")
                .getBytes(Charset.forName(charset));
        assertThat(((Pages) read(Kind.HTML, bytes, charset)).pages().getFirst().markdown()).contains("Åäö")
                .contains("kära invånare");
    }

    @Test
    void withoutASayingTheDocumentAndThenItsBytesDecide() throws InterruptedException {
        Charset latin = StandardCharsets.ISO_8859_1;
        assertThat(pages(Kind.HTML, "<meta charset=iso-8859-1><p>På sjön är det öppet</p>".getBytes(latin))
                .getFirst()
                .markdown()).isEqualTo("På sjön är det öppet");
        assertThat(pages(Kind.HTML, "<p>På sjön är det öppet</p>".getBytes(latin)).getFirst().markdown())
                .isEqualTo("På sjön är det öppet");
        assertThat(pages(Kind.HTML, utf8("<p>På sjön är det öppet</p>")).getFirst().markdown())
                .isEqualTo("På sjön är det öppet");
        assertThat(pages(Kind.HTML, utf8("\uFEFF<meta charset=latin1><p>På sjön är det öppet</p>")).getFirst()
                .markdown())
                .isEqualTo("På sjön är det öppet");
    }

    // PDF

    private static final PDType1Font PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    /** A line of type: its size, whether it is bold, and its text; "\f" begins a page. */
    private static byte[] pdf(boolean locked, String... lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPageContentStream content = null;
            float y = 0;
            for (String line : lines) {
                if (line.equals("\f") || content == null) {
                    if (content != null) {
                        content.close();
                    }
                    PDPage page = new PDPage();
                    document.addPage(page);
                    content = new PDPageContentStream(document, page);
                    y = 700;
                    text(content, "Åsby kommun taxa", 9, false, 770);
                    text(content, "Sida " + document.getNumberOfPages(), 9, false, 20);
                    if (line.equals("\f")) {
                        continue;
                    }
                }
                float size = line.startsWith("!!") ? 22 : line.startsWith("!") ? 15 : 11;
                y -= line.isEmpty() ? 20 : size * 1.2f;
                text(content, line.replaceFirst("^[!*]+", ""), size, line.startsWith("*"), y);
            }
            if (content != null) {
                content.close();
            }
            document.getDocumentInformation().setTitle("Microsoft Word - taxa.docx");
            document.getDocumentInformation()
                    .setModificationDate(new GregorianCalendar(2026, Calendar.MARCH, 3, 12, 0));
            if (locked) {
                document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void text(PDPageContentStream content, String text, float size, boolean bold, float y)
            throws IOException {
        content.beginText();
        content.setFont(bold ? BOLD : PLAIN, size);
        content.newLineAtOffset(60, y);
        content.showText(text);
        content.endText();
    }

    @Test
    void aPdfKeepsItsHeadingsAndEachOfItsPagesCanBeOpened() throws InterruptedException {
        FoundPage page = pages(Kind.PDF,
                pdf(false, "!!Taxa för bygglov", "", "Taxan gäller för alla som söker bygg-",
                        "lov i kommunen från den 1 januari.", "", "!Avgifter", "",
                        "Ett bygglov kostar 4 500 kronor.", "",
                        "• Ritning", "• Karta", "\f", "*Betalning", "",
                        "Du betalar mot faktura inom trettio dagar.", "\f",
                        "Överklaga inom tre veckor till länsstyrelsen."))
                .getFirst();
        assertThat(page.title()).isEqualTo("Taxa för bygglov");
        assertThat(page.modified()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(page.markdown()).isEqualTo("""
                ## [Sida 1](https://www.asby.example/x#page=1)

                Taxan gäller för alla som söker bygglov i kommunen från den 1 januari.

                #### Avgifter

                Ett bygglov kostar 4 500 kronor.

                - Ritning
                - Karta

                ## [Sida 2](https://www.asby.example/x#page=2)

                ##### Betalning

                Du betalar mot faktura inom trettio dagar.

                ## [Sida 3](https://www.asby.example/x#page=3)

                Överklaga inom tre veckor till länsstyrelsen.""");
    }

    @Test
    void aPdfThatIsLockedEmptyOrBrokenSaysSo() throws InterruptedException {
        assertThat(read(Kind.PDF, pdf(true, "hej"), null)).isEqualTo(new Nothing(ExtractionFault.ENCRYPTED));
        assertThat(read(Kind.PDF, pdf(false), null)).isEqualTo(new Nothing(ExtractionFault.NO_TEXT));
        assertThat(read(Kind.PDF, utf8("inte en pdf"), null))
                .isEqualTo(new Nothing(ExtractionFault.UNREADABLE));
    }

    // Tables

    @Test
    void aTableIsReadWhateverDividesItAndHoweverItIsWritten() throws InterruptedException {
        String table = "Fråga;Svar;Alternativ;Kategori;Länk\n\"Vad kostar det; allt?\";\"Det kostar 1. 100 kr\n- kontant\n- kort\";"
                + "pris | avgift;Avgifter;https://a.example/b\nUtan svar;;;;\n";
        for (byte[] bytes : List.of(utf8(table), utf8("\uFEFF" + table),
                table.getBytes(StandardCharsets.ISO_8859_1))) {
            FoundPage page = pages(Kind.CSV, bytes).getFirst();
            assertThat(page.title()).isEqualTo("Vad kostar det; allt");
            assertThat(page.questions()).containsExactly("Vad kostar det; allt?");
            assertThat(page.phrasings()).containsExactly("pris", "avgift");
            assertThat(page.address()).isEqualTo(URI.create("https://a.example/b"));
            assertThat(page.markdown()).isEqualTo("Det kostar 1. 100 kr\n\n- kontant\n- kort");
        }
        assertThat(pages(Kind.CSV, utf8("question\tanswer\nA?\tB\n"))).hasSize(1);
    }

    @Test
    void theRowsOfACategoryCanMakeOnePage() throws InterruptedException {
        SourceDocument document = new SourceDocument(Kind.CSV,
                utf8("f,s,k\nA?,ett,Bad\nB?,två,Bad\nC?,tre,Skola\nD?,fyra,Bad\nE?,fem,Bad"), null, "faq",
                ADDRESS,
                new FaqLayout(0, 1, -1, 2, -1, true));
        List<FoundPage> pages = ((Pages) extractor.read(document)).pages();
        assertThat(pages).extracting(FoundPage::title).containsExactly("Bad", "Skola");
        assertThat(pages.getFirst().markdown()).startsWith("## A?\n\nett\n\n## B?\n\ntvå");
        assertThat(pages.getFirst().questions()).containsExactly("A?", "B?", "D?");
        assertThat(pages.getFirst().phrasings()).containsExactly("E?");
    }

    @Test
    void aTableWhoseColumnsNobodyKnowsIsAskedAbout() throws InterruptedException {
        SourceDocument document = SourceDocument.of(Kind.CSV, utf8("x,y\n1,2\n"), null, "faq", ADDRESS);
        assertThat(extractor.read(document)).isEqualTo(new Nothing(ExtractionFault.NO_COLUMNS));
        assertThat(extractor.table(document)).hasValueSatisfying(table -> {
            assertThat(table.columns()).containsExactly("x", "y");
            assertThat(table.rows()).containsExactly(List.of("1", "2"));
            assertThat(table.suggested().isComplete()).isFalse();
        });
    }

    /** The smallest workbook that Excel opens. */
    static byte[] workbook(String sheet) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                entry(zip, "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
                entry(zip, "xl/workbook.xml", """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="FAQ" sheetId="1" r:id="rId1"/></sheets></workbook>""");
                entry(zip, "xl/_rels/workbook.xml.rels",
                        """
                                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                                Target="worksheets/sheet1.xml"/></Relationships>""");
                entry(zip, "xl/worksheets/sheet1.xml", sheet);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(utf8(text));
        zip.closeEntry();
    }

    private static String sheet(String... rows) {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < rows.length; row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            String[] cells = rows[row].split(";");
            for (int cell = 0; cell < cells.length; cell++) {
                sheet.append("<c r=\"").append((char) ('A' + cell)).append(row + 1)
                        .append("\" t=\"inlineStr\"><is><t>").append(cells[cell]).append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        return sheet.append("</sheetData></worksheet>").toString();
    }

    @Test
    void aWorkbookIsReadAsATable() throws InterruptedException {
        FoundPage page = pages(Kind.XLSX, workbook(sheet("Fråga;Svar", "Är det öppet?;Ja, varje dag")))
                .getFirst();
        assertThat(page.title()).isEqualTo("Är det öppet");
        assertThat(page.markdown()).isEqualTo("Ja, varje dag");
    }

    @Test
    void aWorkbookThatUnpacksToMuchMoreIsNotUnpacked() throws InterruptedException {
        assertThat(read(Kind.XLSX, workbook(sheet("Fråga;Svar", "A;" + "x".repeat(40_000_000))), null))
                .isEqualTo(new Nothing(ExtractionFault.TOO_LARGE));
        assertThat(read(Kind.XLSX, utf8("PK"), null)).isEqualTo(new Nothing(ExtractionFault.UNREADABLE));
    }

    @Test
    void entitiesInAWorkbookAreNotFollowed() throws InterruptedException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                + sheet("Fråga;Svar", "A;&b;&c;");
        assertThat(read(Kind.XLSX, workbook(bomb), null)).isInstanceOf(Nothing.class);
    }

    // Open ePlatform

    @Test
    void theCatalogueShowsWhatEachServiceAsksFor() throws InterruptedException {
        String json = """
                {"Flows":[
                {"ID":1,"FlowFamilyID":11,"Name":"Ans&ouml;kan om f\u00f6rskola","URL":"https://e.asby.example/oversikt/11","Category":"Barn &amp; utbildning",
                 "ShortDescription":"<p>Sök plats &amp; byt.</p>","LongDescription":"<p>Sök plats i förskola.</p><ul><li>Ett</li></ul>",
                 "RequiresAuthentication":true,"RequiresSigning":false,"PaymentSupportEnabled":"true","Enabled":true,"Aliases":["dagis","/dagis"]},
                {"ID":2,"Name":"Nedlagd tjänst","URL":"https://e.asby.example/2","ShortDescription":"Finns inte","Enabled":false},
                {"ID":3,"Name":"Utan text","URL":"https://e.asby.example/3","Enabled":true},
                {"ID":4,"Name":"Utan adress","URL":"javascript:x","ShortDescription":"x","Enabled":true}]}""";
        for (String charset : List.of("ISO-8859-1", "UTF-8")) {
            List<FoundPage> pages = ((Pages) read(Kind.CATALOGUE, json.getBytes(Charset.forName(charset)),
                    charset)).pages();
            assertThat(pages).hasSize(1);
            FoundPage page = pages.getFirst();
            assertThat(page.title()).isEqualTo("Ansökan om förskola");
            assertThat(page.eService()).isEqualTo(
                    new EService("Ansökan om förskola", "https://e.asby.example/oversikt/11", true, false,
                            true));
            assertThat(page.markdown()).isEqualTo("Sök plats & byt.\n\nSök plats i förskola.\n\n- Ett");
            assertThat(page.breadcrumb()).containsExactly("Barn & utbildning");
            assertThat(page.phrasings()).containsExactly("dagis");
        }
    }

    @Test
    void latinOneWithoutASayingIsReadAsLatinOne() throws InterruptedException {
        byte[] bytes = "[{\"Name\":\"Färdtjänst\",\"URL\":\"https://e.example/1\",\"ShortDescription\":\"Sök\"}]"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(pages(Kind.CATALOGUE, bytes).getFirst().title()).isEqualTo("Färdtjänst");
        assertThat(read(Kind.CATALOGUE, utf8("{\"x\":1}"), null))
                .isEqualTo(new Nothing(ExtractionFault.UNREADABLE));
    }

    // Files

    @Test
    void filesOfTextAreReadAsTheyAreMeant() throws InterruptedException {
        assertThat(pages(Kind.TEXT, utf8("Badhus\n\nBadet är öppet.\nVarje dag.\n\n- A*b\n- C")).getFirst())
                .isEqualTo(FoundPage.plain(ADDRESS, "Badhus", "Badet är öppet.\nVarje dag.\n\n- A\\*b\n- C"));
        assertThat(pages(Kind.MARKDOWN, utf8("# Badhus\r\n\r\nBadet är **öppet**.\r\n")).getFirst())
                .isEqualTo(FoundPage.plain(ADDRESS, "Badhus", "Badet är **öppet**."));
        assertThat(pages(Kind.MARKDOWN, utf8("---\ntitle: Bad\nx: y\n---\n# Hus\n\nÖppet.\n")).getFirst()
                .title())
                .isEqualTo("Bad");
    }

    @Test
    void aDocumentThatTakesTooLongIsLeftAndOthersAreReadMeanwhile() throws InterruptedException {
        String slow = "<p>" + "<a><b><i>".repeat(60_000) + "x";
        assertThat(read(Kind.HTML, utf8(slow), null)).isNotNull();
        assertThat(pages(Kind.HTML, utf8("<p>En vanlig sida</p>"))).hasSize(1);
    }
}
