package se.lotsen.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.trial.OpenDesks.FEE;
import static se.lotsen.trial.OpenDesks.LIBRARY;
import static se.lotsen.trial.OpenDesks.asked;
import static se.lotsen.trial.OpenDesks.golden;
import static se.lotsen.trial.OpenDesks.ids;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.answering.Answer;
import se.lotsen.answering.DraftDesk;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.trial.ChangedAnswer.Effect;

/** What a change does to answers, over the sample municipality's pages. */
@Timeout(60)
class TrialsTests {
    private static final KnowledgeFolder SERVED = KnowledgeFiles.shipped();
    private static final String OLD = "1 800 kronor";
    private static final String NEW = "1 850 kronor";
    private static final List<String> TEXTS = List.of("vad kostar förskolan", "vad kostar dagis",
            "maxtaxa hur mycket", "när öppnar biblioteket", "vad kostar bygglov",
            "vad kostar en försenad bok", "hur ansöker jag om bygglov", "var lämnar jag grovsopor", "hej",
            "jag vill prata med en människa", "vilken färg har månen på tisdagar");
    private static OpenDesks open;
    private static Trials trials;

    @BeforeAll
    static void start() {
        open = new OpenDesks();
        trials = new Trials(open.desks);
    }

    @AfterAll
    static void stop() {
        open.close();
    }

    private static String text(String file) {
        return SERVED.read(file, finding -> {
        }).orElseThrow();
    }

    private static KnowledgeFolder with(String file, String text) {
        return SERVED.with(Map.of(file, Optional.of(text)));
    }

    private static KnowledgeFolder withOtherFee() {
        assertThat(text(FEE)).contains(OLD);
        return with(FEE, text(FEE).replace(OLD, NEW));
    }

    private static Comparison compare(KnowledgeFolder before, KnowledgeFolder after, TrialQuestion... asked) {
        return trials.compare(before, after, List.of(asked), done -> {
        });
    }

    private static TrialQuestion[] all() {
        return TEXTS.stream().map(text -> asked(text, 1)).toArray(TrialQuestion[]::new);
    }

    @Test
    void theSameFolderChangesNothing() {
        Comparison same = compare(SERVED, SERVED, all());
        assertThat(same.asked()).isEqualTo(TEXTS.size());
        assertThat(same.golden()).isZero();
        assertThat(same.changes()).isEmpty();
        assertThat(same.hasRegressions()).isFalse();
    }

    @Test
    void aFeeThatChangesChangesJustTheAnswersThatQuoteIt() {
        List<String> quoting;
        try (DraftDesk desk = open.desks.over(SERVED)) {
            quoting = TEXTS.stream().filter(text -> desk.ask(text).toString().contains(OLD)).toList();
        }
        assertThat(quoting).contains("vad kostar förskolan").hasSizeLessThan(TEXTS.size());

        Comparison changed = compare(SERVED, withOtherFee(), all());

        assertThat(ids(changed.changes())).containsExactlyInAnyOrderElementsOf(quoting);
        assertThat(changed.changes()).allSatisfy(change -> {
            assertThat(change.effect()).isEqualTo(Effect.OTHER);
            assertThat(change.before().lines().toString()).contains(OLD);
            assertThat(change.after().lines().toString()).contains(NEW).doesNotContain(OLD);
        });
    }

    @Test
    void aTestQuestionIsBetterOrWorseAsItsRowSays() {
        Comparison changed = compare(SERVED, withOtherFee(),
                golden("battre", "vad kostar förskolan", NEW), golden("annat", "vad kostar förskolan", ""),
                golden("samre", "vad kostar förskolan", OLD), golden("samma", "när öppnar biblioteket", ""));

        assertThat(changed.golden()).isEqualTo(4);
        assertThat(changed.rightBefore()).isEqualTo(3);
        assertThat(changed.rightAfter()).isEqualTo(3);
        assertThat(changed.hasRegressions()).isTrue();
        assertThat(ids(changed.of(Effect.REGRESSION))).containsExactly("samre");
        assertThat(ids(changed.of(Effect.IMPROVEMENT))).containsExactly("battre");
        assertThat(ids(changed.changes())).as("what became worse first").containsExactly("samre", "annat",
                "battre");
    }

    @Test
    void aResidentsQuestionIsLostOrWonWithItsPage() {
        KnowledgeFolder without = SERVED.with(Map.of(LIBRARY, Optional.empty()));
        TrialQuestion book = asked("vad kostar en försenad biblioteksbok", 7);
        Comparison lost = compare(SERVED, without, book);
        assertThat(ids(lost.of(Effect.LOST))).containsExactly(book.id());
        assertThat(lost.changes().getFirst().before().page()).isEqualTo("bibliotek");
        Comparison won = compare(without, SERVED, book);
        assertThat(ids(won.of(Effect.WON))).containsExactly(book.id());
        assertThat(won.count(Effect.LOST)).isZero();
    }

    @Test
    void whatIsAskedOftenComesFirstAmongItsLike() {
        Comparison changed = compare(SERVED, withOtherFee(), asked("vad kostar förskolan", 1),
                asked("vad kostar dagis", 9));
        assertThat(ids(changed.changes())).containsExactly("vad kostar dagis", "vad kostar förskolan");
    }

    @Test
    void progressCountsEveryQuestionOnceUpToAll() {
        Queue<Integer> heard = new ConcurrentLinkedQueue<>();
        trials.compare(SERVED, SERVED, List.of(all()), heard::add);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, TEXTS.size()).boxed().toList());
    }

    @Test
    void noQuestionsAreNoChanges() {
        assertThat(compare(SERVED, withOtherFee())).isEqualTo(new Comparison(0, 0, 0, 0, List.of()));
    }

    @Test
    void aStateThatNobodyCouldServeIsAFault() {
        KnowledgeFolder broken = SERVED.with(Map.of("replies.sv.yaml", Optional.empty()));
        assertThatThrownBy(() -> compare(SERVED, broken, all())).isInstanceOf(KnowledgeUnusable.class);
    }

    @Test
    void anAnswerLooksTheSameWhateverTheHourAndTheConfidence() {
        try (DraftDesk desk = open.desks.over(SERVED)) {
            Answer answer = desk.ask("vad kostar förskolan");
            TrialAnswer seen = TrialAnswer.of(answer);
            TrialAnswer surer = new TrialAnswer(seen.kind(), seen.outcome(), 0.01, seen.lines(),
                    seen.choices(), seen.related(), "annan");
            assertThat(seen.looksLike(surer)).isTrue();
            assertThat(seen.isAnswered()).isTrue();
            assertThat(seen.lines()).allSatisfy(
                    line -> assertThat(line.passages()).allSatisfy(
                            passage -> assertThat(passage).startsWith("/knowledge/")
                                    .doesNotContain("revision")));
            TrialAnswer shorter = new TrialAnswer(seen.kind(), seen.outcome(), seen.confidence(),
                    seen.lines().subList(1, seen.lines().size()), seen.choices(), seen.related(),
                    seen.page());
            assertThat(seen.looksLike(shorter)).isFalse();
        }
    }

    @Test
    void whatIsPublishedIsAnsweredLiveFromThenOn(@org.junit.jupiter.api.io.TempDir java.nio.file.Path root) {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root);
        TwoAnswers answers = new TwoAnswers(open.desks, null, files.folder());
        assertThat(lines(answers)).contains(OLD);
        files.write(FEE, text(FEE).replace(OLD, NEW));
        assertThat(lines(answers)).as("kept until something is said to be published").contains(OLD);

        answers.pages(new LibraryChanged(se.lotsen.knowledge.Library.read(files.folder())));

        assertThat(lines(answers)).contains(NEW).doesNotContain(OLD);
    }

    private static String lines(TwoAnswers answers) {
        TwoAnswers.Both both = answers.ask("vad kostar förskolan", List.of());
        assertThat(both.draft()).isEmpty();
        assertThat(both.differ()).isFalse();
        return both.live().answer().lines().toString();
    }
}
