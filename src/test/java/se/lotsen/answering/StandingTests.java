package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.grounding.DateTruth;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Watching;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.screening.Topics;
import se.lotsen.testing.KnowledgeFiles;

/** A page may be right and still not be answered from. */
class StandingTests {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @TempDir
    Path root;
    private KnowledgeFiles files;

    @BeforeEach
    void aKnowledgeBase() {
        files = KnowledgeFiles.copyOfTheShipped(root);
        files.page("prov.md", aPage("prov").with("validFrom", "2026-01-01").with("validTo", "2026-12-31")
                .with("reviewBy", "2026-11-30").body("Zeppelinarna landar på torget klockan 9.\n"));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, NOT_ANSWERED_PAGE_EXPIRED", "2026-01-01, ''", "2026-11-30, ''",
            "2026-12-01, NOT_ANSWERED_PAGE_OVERDUE", "2026-12-31, NOT_ANSWERED_PAGE_OVERDUE",
            "2027-01-01, NOT_ANSWERED_PAGE_EXPIRED"})
    void aPageAnswersOnlyWhileItHoldsAndIsLookedAfter(LocalDate today, String outcome) {
        Optional<Standing.Obstacle> obstacle = obstacle("när landar zeppelinarna på torget", today);
        assertThat(obstacle.map(found -> found.outcome().name()).orElse("")).isEqualTo(outcome);
        obstacle.ifPresent(
                found -> assertThat(found.reply()).contains("Om prov", "https://www.lindakra.example/prov")
                        .doesNotContain("{", "Zeppelinarna"));
    }

    @Test
    void aTopicThatIsSwitchedOffIsNotAnswered() {
        assertThat(obstacle("när landar zeppelinarna på torget", LocalDate.of(2026, 11, 23))).isEmpty();
        files.write("policies/topics.yaml", "otherwise: RULE\nareas: {}\npages:\n  prov:\n    off: true\n");
        assertThat(obstacle("när landar zeppelinarna på torget", LocalDate.of(2026, 11, 23))
                .map(Standing.Obstacle::outcome)).hasValue(AnswerOutcome.NOT_ANSWERED_TOPIC_OFF);
    }

    @Test
    void twoPagesThatStateDifferentValuesAreNotMerged() {
        files.page("prov-a.md", aPage("prov-a").with("title", "Zeppelinarnas landning")
                .body("En landning med zeppelinare på torget kostar 300 kronor.\n"));
        files.page("prov-b.md", aPage("prov-b").with("title", "Landning med zeppelinare")
                .body("En landning med zeppelinare på torget kostar 400 kronor.\n"));
        files.delete("pages/prov.md");
        Optional<Standing.Obstacle> obstacle = obstacle("vad kostar en landning med zeppelinare på torget",
                LocalDate.of(2026, 11, 23));
        assertThat(obstacle.map(Standing.Obstacle::outcome))
                .hasValue(AnswerOutcome.NOT_ANSWERED_SOURCES_DISAGREE);
        assertThat(obstacle.orElseThrow().reply())
                .contains("Zeppelinarnas landning", "Landning med zeppelinare")
                .doesNotContain("300", "400", "{");
    }

    private Optional<Standing.Obstacle> obstacle(String question, LocalDate today) {
        KnowledgeWatch watch = Watching.over(files.folder());
        Clock clock = Clock.fixed(today.atTime(12, 0).atZone(SWEDEN).toInstant(), SWEDEN);
        HandoverFiles handover = new HandoverFiles(files.folder());
        AnswerTexts texts = new AnswerTexts(files.folder(), watch, new ContactCentre(handover, clock),
                new AvailabilityText(handover, clock),
                new AnsweringProperties(null, null, null, 0, "kontaktcenter",
                        java.time.Duration.ofSeconds(60)),
                List.of());
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(watch.library().pages().values().stream().map(IndexedPage::of).toList());
            return new Standing(watch, new Topics(files.folder()), new DateTruth(clock), texts)
                    .obstacle(index.retrieve(question), false);
        }
    }
}
