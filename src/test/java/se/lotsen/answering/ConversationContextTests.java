package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Overrides;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.grounding.DateTruth;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Watching;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.testing.KnowledgeFiles;

/** A question is understood in its conversation, over the sample pages and a real index. */
class ConversationContextTests {
    private static final KnowledgeWatch WATCH = Watching.over(KnowledgeFiles.shipped());
    private static PassageIndex index;
    private static ConversationContext context;

    @BeforeAll
    static void indexThePages() {
        index = PassageIndex.inMemory();
        index.update(WATCH.library().pages().values().stream().map(IndexedPage::of).toList());
        context = new ConversationContext(index, WATCH,
                new ConfidencePolicy(() -> Calibration.LABORATORY, Overrides.NONE),
                new PinnedAnswers(KnowledgeFiles.shipped(), new DateTruth(Clock.systemUTC())));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"och på lördagar då?", "vad kostar det?", "är det öppet på julafton",
            "och i hamnvik",
            "hur kommer man dit", "kan företag också lämna där"})
    void aQuestionWithoutATopicOfItsOwnKeepsTheLastOne(String text) {
        Reading reading = read(text, answered("när är tippen öppen", "atervinningscentral"));
        assertThat(reading.kind()).isEqualTo(Reading.Kind.FOLLOW_UP);
        assertThat(reading.page()).isEqualTo("atervinningscentral");
        assertThat(reading.retrieval().pages()).extracting(page -> page.page())
                .containsExactly("atervinningscentral");
    }

    @ParameterizedTest
    @CsvSource({"hur ansöker jag om förskola, forskola-plats",
            "vad kostar det att gå i kulturskolan, kulturskola",
            "en annan sak när får man elda löv, eldning", "och bygglov då hur lång tid tar det, bygglov"})
    void aNewTopicDropsIt(String text, String page) {
        Reading reading = read(text, answered("när är tippen öppen", "atervinningscentral"));
        assertThat(reading.kind()).isEqualTo(Reading.Kind.STANDALONE);
        assertThat(reading.retrieval().pages().getFirst().page()).isEqualTo(page);
    }

    @Test
    void aChoiceIsTheContextOfTheQuestionThatLedToIt() {
        Reading reading = read("förskola – ANSÖK", new EarlierTurn(masked("hur ansöker man"),
                AnswerOutcome.CLARIFICATION_ASKED, null,
                List.of(new Choice("Förskola – ansök", "forskola-plats"),
                        new Choice("Komvux", "komvux"))));
        assertThat(reading.kind()).isEqualTo(Reading.Kind.CHOICE);
        assertThat(reading.page()).isEqualTo("forskola-plats");
        assertThat(reading.asked().value()).isEqualTo("hur ansöker man");
    }

    @Test
    void aWordAfterAnUnclearQuestionMakesItClearer() {
        Reading reading = read("förskola", new EarlierTurn(masked("vad är avgiften"),
                AnswerOutcome.CLARIFICATION_ASKED, null, List.of()));
        assertThat(reading.kind()).isEqualTo(Reading.Kind.REFINED);
        assertThat(reading.retrieval().pages().getFirst().page()).isEqualTo("forskola-avgift");
    }

    @Test
    void anEllipsisInheritsTheEarlierQuestionsWords() {
        Reading reading = read("och på söndagar", answered("när är simhallen öppen", "simhall"));
        assertThat(reading.asked().value()).isEqualTo("när är simhallen öppen och på söndagar");
    }

    @Test
    void aTopicIsForgottenAfterTwoOtherTurns() {
        EarlierTurn about = answered("när är tippen öppen", "atervinningscentral");
        EarlierTurn thanks = new EarlierTurn(masked("tack"), AnswerOutcome.GREETED, null, List.of());
        assertThat(read("vad kostar det?", about, thanks).page()).isEqualTo("atervinningscentral");
        assertThat(read("vad kostar det?", about, thanks, thanks).page()).isNull();
    }

    @Test
    void aPageThatIsGoneIsNoTopic() {
        assertThat(read("vad kostar det?", answered("något", "borttagen")).page()).isNull();
    }

    private static EarlierTurn answered(String question, @Nullable String page) {
        return new EarlierTurn(masked(question), AnswerOutcome.ANSWERED, page, List.of());
    }

    private static Reading read(String text, EarlierTurn... earlier) {
        return context.read(new Question(masked(text), "sv", earlier.length + 1, List.of(earlier)));
    }
}
