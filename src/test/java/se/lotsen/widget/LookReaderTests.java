package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.FindingText;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.SeededRandom;

class LookReaderTests {
    private static final String SHIPPED = KnowledgeFiles.shipped().read("widget.yaml", finding -> {
    }).orElseThrow();

    @TempDir
    Path folder;

    private KnowledgeFiles files;

    @BeforeEach
    void write() {
        files = new KnowledgeFiles(folder).write("lindakra.svg", "<svg/>");
    }

    @Test
    void theShippedFileIsWithoutFaultsAndLooksAsTheDefault() {
        Look shipped = look(SHIPPED);
        Look defaults = LookReader.defaults(files.folder());
        assertThat(shipped.name()).isEqualTo(defaults.name()).isEqualTo("Lindåkra kommun");
        assertThat(shipped.light()).isEqualTo(defaults.light());
        assertThat(shipped.dark()).isEqualTo(defaults.dark());
        assertThat(shipped.position()).isEqualTo(Look.Position.END);
        assertThat(shipped.questions("sv")).isEqualTo(defaults.questions("sv")).hasSize(4);
        assertThat(shipped.hasLogo()).isTrue();
        assertThat(defaults.hasLogo()).isFalse();
    }

    @Test
    void aLanguageWithoutWordsGetsTheSwedishOnesMarkedAsSuch() {
        assertThat(look(SHIPPED).greeting("en").lang()).isEqualTo("en");
        assertThat(look(SHIPPED.replaceAll("(?m)^  so: .*\n", "")).greeting("so"))
                .isEqualTo(look(SHIPPED).greeting("sv"));
        assertThat(look(SHIPPED).questions("ar")).extracting(Look.Words::lang).containsOnly("sv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name: Lindåkra kommun | nam: x | UNKNOWN_FIELD",
            "name: Lindåkra kommun | name: | MISSING_FIELD",
            "position: end | position: right | INVALID_VALUE",
            "logo: lindakra.svg | logo: ../x.svg | INVALID_VALUE",
            "logo: lindakra.svg | logo: x.png | UNKNOWN_REFERENCE",
            "link: \"#0a5a8c\" | link: blue | INVALID_VALUE",
            "link: \"#0a5a8c\" | hyperlink: \"#0a5a8c\" | UNKNOWN_FIELD",
            "'  en: Hello' | '  de: Hallo' | UNKNOWN_FIELD",
            "'    - Vad kostar' | '    - Femte?\n    - Vad kostar' | INVALID_VALUE",
            "reviewed: 2026-11-29 | reviewed: i höstas | INVALID_VALUE",
            "url: https://www.digg.se/tdosanmalan | url: digg.se | INVALID_VALUE",
            "name: Myndigheten för digital förvaltning, Digg | name: '' | MISSING_FIELD"})
    void aFaultIsReportedWithItsLine(String from, String to, Code code) {
        String changed = SHIPPED.replace(from, to.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(SHIPPED);
        List<Finding> findings = findings(changed);
        assertThat(findings).extracting(Finding::code).contains(code);
        assertThat(findings).allMatch(finding -> finding.file().equals("widget.yaml") && finding.line() > 0);
    }

    @Test
    void aFileWithoutAnythingLacksWhatNobodyElseCanSay() {
        assertThat(findings("position: end\n")).extracting(finding -> finding.arguments().getFirst())
                .contains("name", "greeting.sv", "questions.sv", "accessibility.authority.name",
                        "accessibility.reviewed");
    }

    @Test
    void coloursThatSomebodyCouldNotReadAreNamedWithTheirRatioAndWhatIsNeeded() {
        assertThat(said(SHIPPED.replace("brand: \"#0b4f4a\"", "brand: \"#7fb5b0\"")))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("widget.yaml:")
                        .contains("onBrand #ffffff", "brand #7fb5b0", "light", "2,29:1", "4,50:1"));
        assertThat(said(SHIPPED.replace("focus: \"#0a5a8c\"", "focus: \"#9dc3da\"")))
                .anySatisfy(text -> assertThat(text)
                        .contains("focus #9dc3da", "ground #ffffff", "3,00:1"));
        String dark = SHIPPED.replace("  # dark:", "  dark: {ground: \"#ffffff\"}\n  # dark:");
        assertThat(said(dark))
                .anySatisfy(text -> assertThat(text).contains("text #eef2f1", "ground #ffffff", "dark"));
    }

    @Test
    void whateverTheMunicipalitysColourTheDerivedDarkOnesCanBeRead() {
        SeededRandom random = new SeededRandom();
        Palette light = LookReader.defaults(files.folder()).light();
        for (int i = 0; i < 2_000; i++) {
            Map<ColourToken, Colour> colours = new EnumMap<>(ColourToken.class);
            for (ColourToken token : ColourToken.values()) {
                colours.put(token, new Colour(random.below(256), random.below(256), random.below(256)));
            }
            assertThat(DarkColours.of(new Palette(colours), Map.of()).faults()).as("%s", random)
                    .isEmpty();
        }
        assertThat(light.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a", "", "<html></html>"})
    void aMarkThatIsSomethingElseIsRefused(String content) {
        files.write("lindakra.svg", content.getBytes(StandardCharsets.UTF_8));
        assertThat(findings(SHIPPED)).extracting(Finding::code).containsExactly(Code.INVALID_VALUE);
    }

    @Test
    void darkColoursAreForTheChatAlone() {
        String css = look(SHIPPED).css();
        assertThat(css).startsWith(":root{--brand:#0b4f4a;--brand-dark:#073733;--on-brand:#ffffff;")
                .contains("@media (prefers-color-scheme:dark){html.chat{color-scheme:dark;--brand:");
    }

    private Look look(String yaml) {
        List<Finding> findings = new ArrayList<>();
        return LookReader.read(yaml, files.folder(), findings::add)
                .orElseThrow(() -> new AssertionError(findings.toString()));
    }

    private List<Finding> findings(String yaml) {
        List<Finding> findings = new ArrayList<>();
        assertThat(LookReader.read(yaml, files.folder(), findings::add)).isEmpty();
        return findings;
    }

    private List<String> said(String yaml) {
        return findings(yaml).stream().map(new FindingText()::of).toList();
    }
}
