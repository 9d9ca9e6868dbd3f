package se.lotsen.answering;

import static se.lotsen.testing.Masked.masked;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Overrides;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Watching;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.Writer;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Topics;
import se.lotsen.testing.FixedRelevance;
import se.lotsen.testing.FixedRetriever;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.Masked;
import se.lotsen.testing.ScriptedVoice;

/** The pipeline over the shipped rules and replies, with a search, voices and models that are scripted. */
final class PipelineFixture {
    static final ConfidencePolicy ANSWER = policy(0, 0, 0);
    static final ConfidencePolicy ASK = policy(0, 1, 0);
    static final Question QUESTION = new Question(masked("vad kostar bygglov"), "sv", 3, List.of());

    private static final KnowledgeFolder FOLDER = KnowledgeFiles.shipped();
    private static final Clock CLOCK = Clock.fixed(
            OffsetDateTime.parse("2026-11-23T10:00:00+01:00").toInstant(), ZoneId.of("Europe/Stockholm"));
    private static final KnowledgeWatch WATCH = Watching.over(FOLDER);
    private static final HandoverFiles HANDOVER = new HandoverFiles(FOLDER);
    private static final QuestionScreen SCREEN = new QuestionScreen(FOLDER, new ContactDirectory(HANDOVER));
    private static final DateTruth DATES = new DateTruth(CLOCK);
    private static final AnswerTexts TEXTS = new AnswerTexts(FOLDER, WATCH,
            new ContactCentre(HANDOVER, CLOCK),
            new AvailabilityText(HANDOVER, CLOCK),
            new AnsweringProperties(null, null, null, 0, "kontaktcenter", Duration.ofSeconds(60)),
            List.of("en", "fi", "ar", "so"));

    private Retriever retriever = FixedRetriever.finding(Retrieval.NOTHING);
    private Voice voice = ScriptedVoice.saying();
    private Optional<Writer> writer = Optional.empty();
    private Optional<WritingTasks> tasks = Optional.empty();
    private Optional<WritingTasks> translating = Optional.empty();
    private ConfidencePolicy policy = ANSWER;
    private Topics topics = new Topics(FOLDER);
    private Duration deadline = Duration.ofSeconds(60);
    private Scheduler search = Schedulers.immediate();
    private AssistantMode mode = AssistantMode.ON;

    /** Passages of the page {@code bygglov}, best first. */
    PipelineFixture finding(Passage... passages) {
        List<RankedPassage> ranked = new ArrayList<>();
        for (Passage passage : passages) {
            double score = 8.0 - ranked.size();
            ranked.add(new RankedPassage(passage, "digest", score, new RankedPassage.Parts(score, 0, 0, 0)));
        }
        return searching(FixedRetriever.finding(retrieval(ranked)));
    }

    static Retrieval retrieval(List<RankedPassage> ranked) {
        return new Retrieval(ranked, List.of(new Retrieval.RankedPage("bygglov", 8, 0.8)),
                new Evidence(0.8, 0.75, 0.9, 0.8, 0.7, 10, 9, 2), FixedRelevance.of(2, 0.5));
    }

    PipelineFixture searching(Retriever by) {
        retriever = by;
        return this;
    }

    PipelineFixture quoting(Voice by) {
        voice = by;
        return this;
    }

    PipelineFixture writing(Writer by) {
        writer = Optional.of(by);
        return this;
    }

    PipelineFixture rewriting(WritingTasks by) {
        tasks = Optional.of(by);
        return this;
    }

    PipelineFixture translating(WritingTasks by) {
        translating = Optional.of(by);
        return this;
    }

    PipelineFixture deciding(ConfidencePolicy by) {
        policy = by;
        return this;
    }

    PipelineFixture switchedTo(AssistantMode to) {
        mode = to;
        return this;
    }

    PipelineFixture releasing(Topics by) {
        topics = by;
        return this;
    }

    PipelineFixture within(Duration time, Scheduler on) {
        deadline = time;
        search = on;
        return this;
    }

    AnswerPipeline pipeline() {
        ConversationContext context = new ConversationContext(retriever, WATCH, policy,
                new PinnedAnswers(FOLDER, DATES));
        Standing standing = new Standing(WATCH, topics, DATES, TEXTS);
        Endings endings = new Endings(TEXTS, policy::thresholds);
        CheckedVoice quoting = new CheckedVoice(retriever, new SafePassages(SCREEN, "sv"), voice,
                Optional.empty(), new GroundingCheck(), new Quotation(new OmissionGuard()),
                new DayNotes(DATES));
        ForeignAnswers foreign = new ForeignAnswers(
                new SwedishQuestions(translating, Masked.MASK, SCREEN, context, search), policy, standing,
                quoting, new Translation(translating, new TranslationCheck(WATCH.library()),
                        new LanguageIdentifier(List.of("sv", "en")), search),
                endings, false);
        return new AnswerPipeline(SCREEN, context, standing, policy,
                new FollowUps(tasks, Masked.MASK, SCREEN, context, policy, search), foreign,
                new CheckedVoice(retriever, new SafePassages(SCREEN, "sv"), voice, writer,
                        new GroundingCheck(), new Quotation(new OmissionGuard()), new DayNotes(DATES)),
                endings, () -> mode, deadline, "sv", search);
    }

    static List<String> texts(List<AnswerEvent> events) {
        return events.stream().map(AnswerEvent::event).filter(TextReleased.class::isInstance)
                .map(event -> ((TextReleased) event).text()).toList();
    }

    static Explanation explanation(List<AnswerEvent> events) {
        return ((AnswerEvent.Finished) events.getLast()).explanation();
    }

    private static ConfidencePolicy policy(double minBoundShare, double answerAt, double askAt) {
        return new ConfidencePolicy(() -> Calibration.LABORATORY,
                new Overrides(minBoundShare, answerAt, askAt, 0));
    }
}
