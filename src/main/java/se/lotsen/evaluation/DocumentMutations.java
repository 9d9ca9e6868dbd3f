package se.lotsen.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import se.lotsen.extraction.SourceDocument.Kind;

/** Documents that are broken, hostile or both, made of sound ones; the same seed makes the same ones. */
final class DocumentMutations {
    private static final String TEXT = "Du behöver bygglov för att bygga till ditt hus. Avgiften är 4 500 kronor. Ring 0499-23 00 00. ";
    private static final String HTML = """
            <!doctype html><html lang="sv"><head><title>Bygglov - Åsby</title><meta charset="utf-8"></head><body><nav><ul><li><a href="/">Start</a></li></ul></nav>
            <main><h1>Bygglov</h1><p>%s</p><h2>Avgift</h2><table><tr><th>Ärende</th><th>Avgift</th></tr><tr><td>Altan</td><td>1 000</td></tr></table>
            <ul><li>Ritning</li><li>Karta</li></ul><details><summary>Vad kostar det?</summary><p>Hundra kronor.</p></details></main><footer>Åsby</footer></body></html>"""
            .formatted(TEXT.repeat(8));

    /** Where a table's bomb goes. */
    private static final String MORE = "MORE-MORE";

    private final Random random;
    private final byte[] pdf = pdf();
    private final byte[] xlsx = workbook(sheet(""), 0);

    DocumentMutations(long seed) {
        random = new Random(seed);
    }

    /** What kind of document it says it is, how it was made, and its bytes. */
    record Mutated(Kind kind, String how, byte[] bytes) {
    }

    /** A page that nothing is wrong with. */
    static byte[] sound() {
        return HTML.getBytes(StandardCharsets.UTF_8);
    }

    Mutated next() {
        int kind = random.nextInt(100);
        return kind < 45 ? html() : kind < 85 ? pdfs() : kind < 95 ? workbooks() : other();
    }

    private Mutated html() {
        byte[] sound = sound();
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Mutated(Kind.HTML, "html bytes flipped", flipped(sound));
            case 2 -> new Mutated(Kind.HTML, "html cut", cut(sound));
            case 3 -> new Mutated(Kind.HTML, "html parts repeated", repeated(sound));
            case 4 -> new Mutated(Kind.HTML, "html nested deep", text(nested()));
            case 5 -> new Mutated(Kind.HTML, "html giant attribute",
                    text("<main><h1>A</h1><p class=\"" + noise(200_000)
                            + "\" style='" + noise(200_000) + "'>" + TEXT + "</p>"));
            case 6 -> new Mutated(Kind.HTML, "html entity bomb", text(laughs("svg") + HTML));
            case 7 -> new Mutated(Kind.HTML, "html giant table", text(table()));
            case 8 -> new Mutated(Kind.HTML, "html many elements",
                    text("<main>" + ("<" + tag() + ">a").repeat(40_000)));
            default -> new Mutated(Kind.HTML, "html noise", bytes(random.nextInt(1, 60_000)));
        };
    }

    private Mutated pdfs() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Mutated(Kind.PDF, "pdf bytes flipped", flipped(pdf));
            case 3 -> new Mutated(Kind.PDF, "pdf cut", cut(pdf));
            case 4 -> new Mutated(Kind.PDF, "pdf parts repeated", repeated(pdf));
            case 5 -> new Mutated(Kind.PDF, "pdf broken xref", xref());
            case 6 -> new Mutated(Kind.PDF, "pdf bomb", bomb());
            default -> new Mutated(Kind.PDF, "pdf objects in a circle", circle());
        };
    }

    private Mutated workbooks() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Mutated(Kind.XLSX, "xlsx bytes flipped", flipped(xlsx));
            case 2 -> new Mutated(Kind.XLSX, "xlsx cut", cut(xlsx));
            case 3 -> new Mutated(Kind.XLSX, "xlsx bomb", workbook(sheet(MORE), random.nextInt(10, 60)));
            default ->
                new Mutated(Kind.XLSX, "xlsx entity bomb", workbook(laughs("worksheet") + sheet("&z;"), 0));
        };
    }

    private Mutated other() {
        return switch (random.nextInt(4)) {
            case 0 -> new Mutated(Kind.CSV, "csv quotes",
                    text("Fråga;Svar\n\"" + "\"\";".repeat(random.nextInt(1, 50_000))));
            case 1 ->
                new Mutated(Kind.CATALOGUE, "json nested deep", text("[".repeat(random.nextInt(1, 200_000))));
            case 2 -> new Mutated(Kind.MARKDOWN, "markdown nested deep",
                    text("> ".repeat(random.nextInt(1, 100_000)) + TEXT));
            default -> new Mutated(Kind.TEXT, "text noise", bytes(random.nextInt(1, 60_000)));
        };
    }

    private String tag() {
        return List.of("div", "b", "a href=x", "li", "table", "td", "p", "button", "font", "x-y")
                .get(random.nextInt(10));
    }

    private String nested() {
        String tag = tag();
        int depth = random.nextInt(1_000, 100_000);
        return "<main>" + ("<" + tag + ">").repeat(depth) + TEXT
                + ("</" + tag.split(" ")[0] + ">").repeat(depth);
    }

    private String table() {
        return "<main><h1>A</h1><table>"
                + ("<tr><td colspan=" + random.nextInt(1, 999) + " rowspan=" + random.nextInt(1, 999)
                        + ">a<td>b").repeat(random.nextInt(100, 6_000))
                + "</table>";
    }

    private static String laughs(String root) {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY a \"haha\">");
        for (char name = 'b'; name <= 'z'; name++) {
            bomb.append("<!ENTITY ").append(name).append(" \"")
                    .append(("&" + (char) (name - 1) + ";").repeat(10))
                    .append("\">");
        }
        return bomb.append("]>").toString();
    }

    private String noise(int letters) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(byte[] sound) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(1, random.nextInt(2, 60)); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] cut(byte[] sound) {
        int from = random.nextBoolean() ? 0 : random.nextInt(sound.length / 2);
        return Arrays.copyOfRange(sound, from, random.nextInt(from + 1, sound.length));
    }

    private byte[] repeated(byte[] sound) {
        int from = random.nextInt(sound.length - 1);
        int to = random.nextInt(from + 1, Math.min(sound.length, from + 400));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOfRange(sound, 0, to));
        for (int i = random.nextInt(1, 500); i > 0; i--) {
            out.write(sound, from, to - from);
        }
        out.writeBytes(Arrays.copyOfRange(sound, to, sound.length));
        return out.toByteArray();
    }

    private byte[] xref() {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("xref");
        StringBuilder broken = new StringBuilder(text);
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            int digit = random.nextInt(Math.max(0, at - 400), text.length());
            if (Character.isDigit(broken.charAt(digit))) {
                broken.setCharAt(digit, (char) ('0' + random.nextInt(10)));
            }
        }
        return broken.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A page whose drawing unpacks to a thousand times its size. */
    private byte[] bomb() {
        byte[] part = new byte[1_000_000];
        Arrays.fill(part, (byte) (random.nextBoolean() ? ' ' : 'q'));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = random.nextInt(5, 120); i > 0; i--) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(text(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
                        + packed.size() + ">>stream\n"));
        file.writeBytes(packed.toByteArray());
        file.writeBytes(text("\nendstream endobj\ntrailer<</Root 1 0 R>>\n"));
        return file.toByteArray();
    }

    private byte[] circle() {
        int pages = random.nextInt(1, 2_000);
        StringBuilder file = new StringBuilder(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/Outlines 1 0 R>>endobj\n");
        for (int i = 2; i <= pages + 1; i++) {
            int next = random.nextBoolean() ? i + 1 : random.nextInt(1, pages + 2);
            file.append(i).append(" 0 obj<</Type/Pages/Parent ").append(next).append(" 0 R/Kids[")
                    .append(next)
                    .append(" 0 R]/Count ").append(random.nextInt(-9, 99_999)).append(">>endobj\n");
        }
        return text(file.append("trailer<</Root 1 0 R/Prev ").append(random.nextInt(99)).append(">>\n")
                .toString());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int number = 0; number < 3; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (int line = 0; line < 20; line++) {
                        content.beginText();
                        content.setFont(new PDType1Font(FontName.HELVETICA), line == 0 ? 18 : 11);
                        content.newLineAtOffset(60, 720 - line * 16f);
                        content.showText(TEXT.substring(0, 60));
                        content.endText();
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheet(String more) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + cell("A1", "Fråga")
                + cell("B1", "Svar") + "</row><row r=\"2\">" + cell("A2", "Kostar det?")
                + cell("B2", TEXT + more)
                + "</row></sheetData></worksheet>";
    }

    private static String cell(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** @param millions of letters instead of {@link #MORE} */
    private static byte[] workbook(String sheet, int millions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            String office = "http://schemas.openxmlformats.org/";
            entry(zip, "[Content_Types].xml", "<Types xmlns=\"" + office + "package/2006/content-types\"/>");
            entry(zip, "xl/workbook.xml", "<workbook xmlns=\"" + office
                    + "spreadsheetml/2006/main\" xmlns:r=\"" + office
                    + "officeDocument/2006/relationships\"><sheets><sheet name=\"FAQ\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + office
                    + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + office
                    + "officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            String[] parts = sheet.split(MORE, 2);
            zip.write(text(parts[0]));
            byte[] part = text("x".repeat(millions == 0 ? 0 : 1_000_000));
            for (int i = 0; i < millions; i++) {
                zip.write(part);
            }
            zip.write(text(parts.length > 1 ? parts[1] : ""));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text(text));
        zip.closeEntry();
    }
}
