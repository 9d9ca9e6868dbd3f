package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PageFile;

class LibraryTests {
    @TempDir
    Path root;
    private KnowledgeFiles files;

    @BeforeEach
    void aFolder() {
        files = new KnowledgeFiles(root);
    }

    @Test
    void readsAWholePage() {
        files.page("a/bygglov.md", aPage("bygglov").body("Ett hus.\n\n## Avgift\nDet kostar 5 kronor.\n"));
        Library library = Library.read(files.folder());
        assertThat(library.findings()).isEmpty();
        Page page = library.page("bygglov").orElseThrow();
        assertThat(page.file()).isEqualTo("pages/a/bygglov.md");
        assertThat(page.metadata().title()).isEqualTo("Om bygglov");
        assertThat(page.metadata().audience()).containsExactly(Audience.RESIDENTS);
        assertThat(page.metadata().reviewed()).hasToString("2026-09-21");
        assertThat(page.metadata().validFrom()).isNull();
        assertThat(page.metadata().eService())
                .isEqualTo(new EService("Ansök", "https://e.lindakra.example/", true, true, false));
        assertThat(page.metadata().phrasings()).containsExactly("en fråga", "två frågor", "tre frågor",
                "fyra frågor");
        assertThat(page.passages()).extracting(Passage::id).containsExactly("bygglov#start",
                "bygglov#avgift");
        assertThat(page.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void anyChangeOfAFileChangesItsDigest() {
        files.page("a.md", aPage("a"));
        String before = Library.read(files.folder()).pages().get("a").digest();
        files.page("a.md", aPage("a").with("owner", "Kommunledningskontoret"));
        assertThat(Library.read(files.folder()).pages().get("a").digest()).isNotEqualTo(before);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        files.page("a.md", aPage("a").body("Text.\n\n## Rubrik\nMer.\n"));
        List<Passage> plain = Library.read(files.folder()).pages().get("a").passages();
        files.write("pages/a.md",
                "\uFEFF" + aPage("a").body("Text.\n\n## Rubrik\nMer.\n").lineEnd("\r\n").text());
        Library library = Library.read(files.folder());
        assertThat(library.findings()).isEmpty();
        assertThat(library.pages().get("a").passages()).isEqualTo(plain);
    }

    @Test
    void lettersOfTwoPartsAreReadAsOne() {
        files.page("a.md", aPage("a").body("O\u0308ppettider fo\u0308r a\u030aret."));
        assertThat(Library.read(files.folder()).pages().get("a").passages().getFirst().text())
                .isEqualTo("Öppettider för året.");
    }

    @Test
    void windowsLineEndsKeepTheLinesOfFaults() {
        PageFile page = aPage("a").with("reviewed", "i går").lineEnd("\r\n");
        files.page("a.md", page);
        assertThat(findings()).containsExactly(
                Finding.of("pages/a.md", page.lineOf("reviewed"), Code.INVALID_VALUE, "reviewed"));
    }

    @Test
    void everyMandatoryFieldIsMissedByName() {
        for (String field : List.of("id", "title", "url", "area", "owner", "audience", "reviewed", "reviewBy",
                "nonDigitalRoute", "contact", "questions")) {
            files.page("a.md", aPage("a").without(field));
            assertThat(findings()).as(field)
                    .containsExactly(Finding.of("pages/a.md", 1, Code.MISSING_FIELD, field));
        }
    }

    @Test
    void aPageMayHaveNoOrFewPhrasings() {
        for (PageFile page : List.of(aPage("a").without("phrasings"), aPage("a").with("phrasings", "[]"),
                aPage("a").with("phrasings", "[en]"))) {
            files.page("a.md", page);
            assertThat(findings()).as(page.text()).isEmpty();
        }
    }

    @Test
    void anEmptyFieldIsMissingOnItsLine() {
        PageFile page = aPage("a").with("owner", "' '").with("questions", "[]");
        files.page("a.md", page);
        assertThat(findings()).containsExactlyInAnyOrder(
                Finding.of("pages/a.md", page.lineOf("owner"), Code.MISSING_FIELD, "owner"),
                Finding.of("pages/a.md", page.lineOf("questions"), Code.MISSING_FIELD, "questions"));
    }

    @Test
    void valuesOfTheWrongFormAreFoundOnTheirLines() {
        for (String[] wrong : new String[][]{{"id", "Bygg lov"}, {"url", "www.lindakra.example"},
                {"url", "javascript:alert(1)"}, {"reviewed", "2026-02-30"}, {"reviewBy", "snart"},
                {"validFrom", "1 januari"}, {"validTo", "2026-13-01"},
                {"phrasings", "[en, två, tre, '']"}, {"questions", "[' ']"}}) {
            PageFile page = aPage("a").with(wrong[0], wrong[1]);
            files.page("a.md", page);
            assertThat(findings()).as("%s: %s", wrong[0], wrong[1])
                    .contains(Finding.of("pages/a.md", page.lineOf(wrong[0]), Code.INVALID_VALUE, wrong[0]));
            assertThat(Library.read(files.folder()).pages()).isEmpty();
        }
    }

    @Test
    void valuesOfTheWrongTypeAreFoundOnTheirLines() {
        for (String[] wrong : new String[][]{{"audience", "[resident]"}, {"audience", "residents"},
                {"phrasings", "en mening"}, {"title", "[a, b]"}}) {
            PageFile page = aPage("a").with(wrong[0], wrong[1]);
            files.page("a.md", page);
            assertThat(findings()).as("%s: %s", wrong[0], wrong[1]).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.INVALID_VALUE);
                assertThat(finding.line()).isEqualTo(page.lineOf(wrong[0]));
                assertThat(finding.arguments().getFirst()).startsWith(wrong[0]);
            });
        }
    }

    @Test
    void theFieldsOfAnEServiceAreNamedWhole() {
        PageFile page = aPage("a").with("eService",
                "\n  name: Ansök\n  url: ftp://x\n  eId: true\n  signing: true");
        files.page("a.md", page);
        int line = page.lineOf("eService");
        assertThat(findings()).containsExactlyInAnyOrder(
                Finding.of("pages/a.md", line + 2, Code.INVALID_VALUE, "eService.url"),
                Finding.of("pages/a.md", line, Code.MISSING_FIELD, "eService.payment"));
    }

    @Test
    void severalFaultsOfAPageAreReportedAtOnce() {
        PageFile page = aPage("a").with("reviewed", "i går").without("owner").with("titel", "Fel")
                .body(" \n");
        files.page("a.md", page);
        assertThat(findings()).containsExactlyInAnyOrder(
                Finding.of("pages/a.md", page.lineOf("titel"), Code.UNKNOWN_FIELD, "titel"),
                Finding.of("pages/a.md", 1, Code.MISSING_FIELD, "owner"),
                Finding.of("pages/a.md", page.lineOf("reviewed"), Code.INVALID_VALUE, "reviewed"),
                Finding.of("pages/a.md", page.frontMatterLines() + 1, Code.NO_BODY));
    }

    @Test
    void aFieldWrittenTwiceIsAFaultOnItsSecondLine() {
        files.write("pages/a.md", aPage("a").text().replaceFirst("---\n", "---\ntitle: Första\n"));
        assertThat(findings()).containsExactly(
                Finding.of("pages/a.md", 1 + aPage("a").lineOf("title"), Code.INVALID_VALUE, "title"));
    }

    @Test
    void ofTwoPagesWithOneIdTheEarlierFileIsKept() {
        files.page("a.md", aPage("samma").with("title", "Första"));
        PageFile second = aPage("samma").without("id").with("title", "Andra").with("id", "samma");
        files.page("b.md", second);
        Library library = Library.read(files.folder());
        assertThat(library.pages().get("samma").metadata().title()).isEqualTo("Första");
        assertThat(library.findings()).containsExactly(Finding.of("pages/b.md", second.lineOf("id"),
                Code.DUPLICATE_ID, "samma", "pages/a.md"));
    }

    @Test
    void everyFaultLeavesTheOtherPagesServed() throws IOException {
        plantEveryFault();
        files.page("whole.md", aPage("whole"));
        Library library = Library.read(files.folder());
        assertThat(library.pages()).containsOnlyKeys("whole", "twice");
        assertThat(library.findings()).extracting(Finding::file).doesNotContain("pages/whole.md");
    }

    /** UNKNOWN_REFERENCE needs the other files (KnowledgeCheckTests), LOW_CONTRAST is about colours (LookReaderTests). */
    @Test
    void everyFaultHasItsCode() throws IOException {
        Set<Code> seen = EnumSet.noneOf(Code.class);
        seen.addAll(codes());
        Files.createDirectories(root.resolve("pages"));
        seen.addAll(codes());
        plantEveryFault();
        seen.addAll(codes());
        assertThat(seen).isEqualTo(EnumSet
                .complementOf(EnumSet.of(Code.UNKNOWN_REFERENCE, Code.LOW_CONTRAST)));
    }

    private void plantEveryFault() throws IOException {
        files.page("twice-1.md", aPage("twice"));
        files.page("twice-2.md", aPage("twice"));
        files.write("pages/latin.md", aPage("latin").text().getBytes(StandardCharsets.ISO_8859_1));
        files.write("pages/large.md", aPage("large").body("a ".repeat(500_001)).text());
        files.write("pages/no-front.md", "# Bara text\n");
        files.write("pages/open-front.md", "---\nid: open-front\n");
        files.page("broken.md", aPage("broken").with("title", "\"Ett citattecken som saknas"));
        files.page("unknown.md", aPage("unknown").with("rubrik", "Fel fält"));
        files.page("missing.md", aPage("missing").without("title"));
        files.page("invalid.md", aPage("invalid").with("url", "fel"));
        files.page("empty.md", aPage("empty").body(""));
        files.page("rule.md", aPage("rule").body("\n***\n\n<!-- -->\n"));
        // A link to itself cannot be read by anybody, root with them.
        Files.createSymbolicLink(root.resolve("pages/loop.md"), Path.of("loop.md"));
    }

    @Test
    void theMissingFolderIsNamed() {
        assertThat(findings()).containsExactly(
                Finding.of("pages", 0, Code.MISSING, root.toAbsolutePath().resolve("pages").toString()));
    }

    @Test
    void aFolderWithoutPagesIsNamed() throws IOException {
        Files.createDirectories(root.resolve("pages"));
        assertThat(findings()).containsExactly(
                Finding.of("pages", 0, Code.NO_PAGES, root.toAbsolutePath().resolve("pages").toString()));
    }

    @Test
    void filesOfTheWholeKindAreReportedWithoutALine() throws IOException {
        plantEveryFault();
        assertThat(findings()).contains(Finding.of("pages/latin.md", 0, Code.NOT_UTF8),
                Finding.of("pages/large.md", 0, Code.TOO_LARGE, "1000000"),
                Finding.of("pages/loop.md", 0, Code.UNREADABLE,
                        root.toAbsolutePath().resolve("pages/loop.md").toString()),
                Finding.of("pages/no-front.md", 1, Code.NO_FRONT_MATTER),
                Finding.of("pages/open-front.md", 1, Code.NO_FRONT_MATTER));
    }

    @Test
    void brokenYamlIsReportedNearItsLine() {
        PageFile page = aPage("a").with("owner", "'Ett citattecken\n  som saknas");
        files.page("a.md", page);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.BROKEN_YAML);
            assertThat(finding.line()).isGreaterThanOrEqualTo(page.lineOf("owner"));
        });
    }

    @Test
    void anEmptyFrontMatterIsAFault() {
        files.write("pages/a.md", "---\n---\nText.\n").write("pages/b.md",
                "---\n# bara en kommentar\n---\nText.\n");
        assertThat(findings()).extracting(Finding::file).contains("pages/a.md", "pages/b.md");
    }

    @Test
    void pagesComeInTheOrderOfTheirFiles() {
        files.page("b/z.md", aPage("z")).page("a/y.md", aPage("y")).page("x.md", aPage("x"));
        assertThat(Library.read(files.folder()).pages().keySet()).containsExactly("y", "z", "x");
    }

    private List<Finding> findings() {
        return new ArrayList<>(Library.read(files.folder()).findings());
    }

    private List<Code> codes() {
        return findings().stream().map(Finding::code).toList();
    }
}
