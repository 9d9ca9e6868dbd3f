package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Overrides;
import se.lotsen.grounding.DateTruth;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Watching;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PromptFiles;

/** Editors say which page answers a question; the rest stands on the page. */
class PinnedAnswersTests {
    private static final String PINNED = """
            pinned:
              - id: bubbelpool
                page: bygglov
                questions: [Får jag ha en bubbelpool?, badtunna på altanen]
                until: 2026-11-24
              - id: syskon
                page: forskola-avgift
                anchor: vad-kostar-forskolan-per-manad
                questions: [tvillingar]
            """;
    @TempDir
    private Path root;

    private static KnowledgeFolder with(String yaml) {
        return KnowledgeFiles.shipped().with(Map.of(PinsFile.NAME, Optional.of(yaml)));
    }

    private static PinnedAnswers at(String yaml, String time) {
        return new PinnedAnswers(with(yaml),
                new DateTruth(Clock.fixed(Instant.parse(time), ZoneOffset.UTC)));
    }

    private static Optional<String> page(PinnedAnswers pinned, String question) {
        return pinned.of(masked(question)).map(Pin::page);
    }

    @Test
    void caseMarksAndBlanksMakeNoDifferenceAndOtherWordsDo() {
        PinnedAnswers pinned = at(PINNED, "2026-11-24T12:00:00Z");
        assertThat(page(pinned, "får JAG ha en  bubbelpool")).contains("bygglov");
        assertThat(page(pinned, "Badtunna, på altanen!")).contains("bygglov");
        assertThat(page(pinned, "Badtunna på altanen, jag nås på 070-174 06 05"))
                .as("what is hidden says nothing, but the other words do").isEmpty();
        assertThat(page(pinned, "får jag ha en pool")).isEmpty();
        assertThat(page(pinned, "")).isEmpty();
    }

    @Test
    void afterItsLastDayTheSearchDecidesAgain() {
        assertThat(page(at(PINNED, "2026-11-24T22:59:59Z"), "badtunna på altanen")).isPresent();
        assertThat(page(at(PINNED, "2026-11-24T23:00:00Z"), "badtunna på altanen")).isEmpty();
        assertThat(page(at(PINNED, "2030-01-01T12:00:00Z"), "tvillingar")).contains("forskola-avgift");
    }

    @Test
    void thePinnedPageComesFirstAndOnlyItsPassageIsRead() {
        KnowledgeWatch watch = Watching.over(KnowledgeFiles.shipped());
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(watch.library().pages().values().stream().map(IndexedPage::of).toList());
            ConversationContext context = new ConversationContext(index, watch,
                    new ConfidencePolicy(() -> Calibration.LABORATORY, Overrides.NONE),
                    at(PINNED, "2026-11-24T12:00:00Z"));
            Reading reading = context.read(new Question(masked("Tvillingar?"), "sv", 1, List.of()));
            assertThat(reading.kind()).isEqualTo(Reading.Kind.PINNED);
            assertThat(reading.retrieval().pages().getFirst().page()).isEqualTo("forskola-avgift");
            assertThat(reading.retrieval().passagesOf("forskola-avgift")).singleElement()
                    .satisfies(ranked -> assertThat(ranked.passage().anchor())
                            .isEqualTo("vad-kostar-forskolan-per-manad"));
            Reading bath = context.read(new Question(masked("badtunna på altanen"), "sv", 1, List.of()));
            assertThat(bath.page()).isEqualTo("bygglov");
            assertThat(bath.retrieval().passagesOf("bygglov")).hasSizeGreaterThan(1);
        }
    }

    @Test
    void aChangedFileIsUsedAtOnceAndABrokenOneIsNot() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root).write(PinsFile.NAME, PINNED);
        PinnedAnswers pinned = new PinnedAnswers(files.folder(), new DateTruth(Clock.systemUTC()));
        KnowledgeFilesChanged changed = new KnowledgeFilesChanged(Set.of(PinsFile.NAME));
        files.write(PinsFile.NAME, "pinned: nej");
        pinned.reload(changed);
        assertThat(page(pinned, "tvillingar")).isPresent();
        files.write(PinsFile.NAME, "pinned: []");
        pinned.reload(changed);
        assertThat(page(pinned, "tvillingar")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinned: [{id: a, page: bygglov}]", "pinned: [{page: bygglov, questions: [hej]}]",
            "pinned: [{id: a, page: bygglov, questions: ['?!']}]", "annat: []",
            "pinned: [{id: a, page: bygglov, questions: [hej, Hej!]}]",
            "pinned: [{id: a, page: bygglov, questions: [hej]}, {id: a, page: bygglov, questions: [ho]}]",
            "pinned: [{id: a, page: bygglov, questions: [hej], until: 2026-02-30}]",
            "pinned: [{id: a, page: bygglov, questions: [hej], tills: 2026-02-03}]"})
    void whatCannotBeMeantIsRefused(String yaml) {
        List<Finding> findings = new ArrayList<>();
        assertThat(PinsFile.read(yaml, findings::add)).isEmpty();
        assertThat(findings).isNotEmpty();
    }

    @Test
    void aPageOrAPassageThatIsNotServedIsReportedWithItsLine() {
        Path prompts = PromptFiles.copyOfTheShipped(root).folder().root();
        assertThat(KnowledgeCheck.of(with(PINNED), prompts).findings()).isEmpty();
        assertThat(KnowledgeCheck.of(with(PINNED.replace("bygglov", "bygglove")
                .replace("vad-kostar-forskolan-per-manad", "finns-inte")), prompts).findings())
                .containsExactly(Finding.of(PinsFile.NAME, 3, Code.UNKNOWN_REFERENCE, "bygglove"),
                        Finding.of(PinsFile.NAME, 7, Code.UNKNOWN_REFERENCE, "forskola-avgift#finns-inte"));
    }
}
