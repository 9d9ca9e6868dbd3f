package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.knowledge.PageDocument.Fields;
import se.lotsen.knowledge.PageDocument.Service;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

/** A page's file as fields and back. */
@Execution(ExecutionMode.CONCURRENT)
class PageDocumentTests {
    private static final List<String> HOSTILE = List.of(": ", "a: b", "#", " # hej", "- ", "-", "- a", "'",
            "\"", "''", "yes", "no", "on", "off", "y", "n", "null", "~", "true", "False", "1", "007", "1_000",
            "0x1F", "1e3", ".inf", ".NaN", "+1", "1:30", "2026-09-14", "2026-09-14T10:00:00Z", "=", "<<",
            "!!str x", "!tag", "&a", "*a", "%x", "@x", "`x", "{a: b}", "[a]", "? a", "|", ">", "|-",
            "---", "...", "--- a", "\uD83D\uDE80", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\t",
            "a\tb", " a", "a ", "  a  ", "\u00a0a\u00a0", "\u2028", "\u0085", "\u0007", "\u001b[0m", "a\nb",
            "a\n\n b\n", "\n", "\r\n", "å\u00adä", "\\", "\\n", "a\\", "${x}", "#{x}", "a:b", "a #b", "a# b",
            "\uFEFFa");

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(KnowledgeFiles.shipped().resolve("pages"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @Test
    void everyShippedPageComesBackByteForByte() throws IOException {
        for (Path file : shipped().toList()) {
            String text = Files.readString(file);
            assertThat(PageDocument.parse(text).text()).as(file.toString()).isEqualTo(text);
        }
    }

    @Test
    void aFieldThatIsChangedLeavesAllOthersAndTheTextAsTheyWere() throws IOException {
        for (Path file : shipped().toList()) {
            String text = Files.readString(file);
            PageDocument page = PageDocument.parse(text);
            String changed = page.with(titled(page.fields(), "Ny: rubrik")).text();
            Page before = read(text);
            Page after = read(changed);
            assertThat(after.markdown()).as(file.toString()).isEqualTo(before.markdown());
            assertThat(after.metadata().title()).isEqualTo("Ny: rubrik");
            PageDocument again = PageDocument.parse(changed);
            assertThat(read(again.with(titled(again.fields(), before.metadata().title())).text()).metadata())
                    .as(file.toString()).isEqualTo(before.metadata());
        }
    }

    @Test
    void whatIsTheSameKeepsTheFrontMatterAsItWasWritten() {
        String text = "---\nid: a # en kommentar\ntitle:   'Om a'\n---\nText.\n";
        PageDocument page = PageDocument.parse(text);
        assertThat(page.with(page.fields()).withBody("Ny text.\n").text())
                .isEqualTo("---\nid: a # en kommentar\ntitle:   'Om a'\n---\nNy text.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "Bara text.\n", "---\n", "---\nid: a\n", "---\n---\n", "---\n---\nText",
            "---\nid: a\n---", "---\nid: a\n---\n", "--- \nid: a\n--- \nText.",
            "---\r\nid: a\r\n---\r\nText.\r\n",
            "---\nid: [\n---\nText.\n", "---\nquestions: en fråga\n---\nText.\n", "---\n- a\n---\nText.\n",
            "---\nid: a\n---\n\n\nText.\n", "---\n{}\n---\nText.\n", "---\n# inget\n---\nText.\n",
            "---\nid: a\nokänt: ja\n---\nText.\n"})
    void whateverIsInAFileComesBackAsItWas(String text) {
        assertThat(PageDocument.parse(text).text()).isEqualTo(text);
    }

    @Test
    void aFileWithOtherLineEndsKeepsThem() {
        String text = aPage("a").body("En.\n\nTvå.\n").lineEnd("\r\n").text();
        assertThat(PageDocument.parse(text).text()).isEqualTo(text);
        assertThat(PageDocument.parse(text).fields().title()).isEqualTo("Om a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "007", "1_000", "0x1F", "1e3", "2026-09-14", "1:30", "~a", "12.50", "+46"})
    void aBareValueIsReadAsItIsWritten(String value) {
        Fields fields = PageDocument.parse("---\ntitle: " + value + "\n---\n").fields();
        assertThat(fields.title()).isEqualTo(value);
        assertThat(PageDocument.parse(PageDocument.of(fields, "").text()).fields()).isEqualTo(fields);
    }

    @Test
    void everyHostileValueSurvivesInEveryPlace() {
        SoftAssertions all = new SoftAssertions();
        for (String value : HOSTILE) {
            String kept = Normalizer.normalize(value, Normalizer.Form.NFC);
            Fields fields = new Fields(kept, kept, kept, kept, kept, List.of(kept), kept, kept, kept, kept,
                    new Service(kept, kept, true, false, null), kept, kept, List.of(kept, kept),
                    List.of(kept),
                    kept, kept, kept, kept, List.of(kept));
            PageDocument page = PageDocument.of(fields, "Text.\n");
            PageDocument again = PageDocument.parse(page.text());
            all.assertThat(again.fields()).as(page.text()).isEqualTo(fields);
            all.assertThat(again.body()).isEqualTo("Text.\n");
        }
        all.assertAll();
    }

    @Test
    void twoThousandRandomPagesSurvive() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int page = 0; page < 2_000; page++) {
            Fields fields = new Fields(value(random, texts), value(random, texts), value(random, texts),
                    value(random, texts), value(random, texts), values(random, texts), value(random, texts),
                    value(random, texts), value(random, texts), value(random, texts),
                    random.below(2) == 0
                            ? null
                            : new Service(value(random, texts), value(random, texts), random.below(2) == 0,
                                    null, random.below(2) == 0),
                    value(random, texts), value(random, texts), values(random, texts), values(random, texts),
                    value(random, texts), value(random, texts), value(random, texts), value(random, texts),
                    values(random, texts));
            String body = whole(texts.anything(40));
            PageDocument written = PageDocument.of(fields, body);
            PageDocument read = PageDocument.parse(written.text());
            assertThat(read.fields()).as("%s: page %d%n%s", random, page, written.text()).isEqualTo(fields);
            assertThat(read.body()).as("%s: page %d", random, page).isEqualTo(body);
            assertThat(read.text()).as("%s: page %d", random, page).isEqualTo(written.text());
        }
    }

    private static @Nullable String value(SeededRandom random, RandomText texts) {
        String value = blocks(switch (random.below(6)) {
            case 0 -> "";
            case 1 -> random.oneOf(HOSTILE);
            case 2 -> random.oneOf(HOSTILE) + random.oneOf(HOSTILE);
            case 3 -> texts.sentence(random.between(1, 400));
            case 4 -> texts.anything(20);
            default -> texts.question();
        });
        return value.isEmpty() ? null : value;
    }

    private static @Nullable List<String> values(SeededRandom random, RandomText texts) {
        List<String> values = new ArrayList<>();
        for (int left = random.below(4); left > 0; left--) {
            Optional.ofNullable(value(random, texts)).ifPresent(values::add);
        }
        return values.isEmpty() ? null : values;
    }

    /** A value of several lines is written as a block, and a block knows one line end. */
    private static String blocks(String text) {
        String whole = whole(text);
        return whole.contains("\n") ? whole.replaceAll("[\\r\\x{85}\\x{2028}\\x{2029}]", "") : whole;
    }

    /**
     * A file has no halves of pairs, and is read in the composed form without a mark of its bytes' order. A mark upon a line
     * break or a hard blank would be one upon the letter that YAML writes for it; nobody types that.
     */
    private static String whole(String text) {
        return KnowledgeFolder.plain(text.replaceAll("[\\p{Cs}\\x00\\uFFFE\\uFFFF]", "")
                .replaceAll("(?<=[\\p{Cntrl}\\x{80}-\\x{A0}\\x{2028}\\x{2029}\\x{FEFF}])\\p{M}+", ""));
    }

    private static Fields titled(Fields old, String title) {
        return new Fields(old.id(), title, old.url(), old.area(), old.owner(), old.audience(), old.reviewed(),
                old.reviewBy(), old.validFrom(), old.validTo(), old.eService(), old.nonDigitalRoute(),
                old.contact(), old.questions(), old.phrasings(), old.language(), old.source(),
                old.published(), old.modified(), old.breadcrumb());
    }

    private static Page read(String text) {
        List<Finding> findings = new ArrayList<>();
        Optional<Page> page = Page.read("pages/a.md", text, findings::add);
        assertThat(findings).as(text).isEmpty();
        return page.orElseThrow();
    }
}
