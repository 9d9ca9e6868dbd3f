package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Overrides;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Watching;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Topics;
import se.lotsen.testing.FixedRelevance;
import se.lotsen.testing.FixedRetriever;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.Masked;
import se.lotsen.testing.ScriptedModel;
import se.lotsen.testing.ScriptedVoice;

class ForeignAnswersTests {
    private static final KnowledgeFolder FOLDER = KnowledgeFiles.shipped();
    private static final KnowledgeWatch WATCH = Watching.over(FOLDER);
    private static final QuestionScreen SCREEN = new QuestionScreen(FOLDER,
            new ContactDirectory(new HandoverFiles(FOLDER)));
    private static final LanguageIdentifier LANGUAGES = new LanguageIdentifier(
            List.of("sv", "en", "fi", "ar", "so"));
    private static final TranslationCheck CHECK = new TranslationCheck(Library.read(FOLDER));
    private static final PromptLibrary PROMPTS = new PromptLibrary(Path.of("prompts"), Clock.systemUTC());
    private static final Passage FEE = aPassage("bygglov").under("Avgift")
            .paragraph("Ett lov kostar 500 kronor.",
                    "Ring 031-390 06 00.")
            .build();
    private static final Retrieval FOUND = new Retrieval(
            List.of(new RankedPassage(FEE, "digest", 8, new RankedPassage.Parts(8, 0, 0, 0))),
            List.of(new Retrieval.RankedPage("bygglov", 8, 0.8)),
            new Evidence(0.8, 0.75, 0.9, 0.8, 0.7, 10, 9, 2), FixedRelevance.of(2, 0.5));
    private static final List<Citation> CITED = List
            .of(new Citation("bygglov", "Avgift", "/knowledge/bygglov#avgift", "digest"));
    private static final String NOW = "2026-11-23T10:00:00+01:00";
    private static final LanguageCard CARD = LanguageCard.read(FOLDER, "en", finding -> {
    }).orElseThrow();
    private static final String TRANSLATION = "[1] A permit (lov) costs {BELOPP1}.\n[2] Call {TEL1}.";

    @Test
    void theAnswerIsMarkedTranslatedLineByLineAndCited() {
        ScriptedModel model = model("Vad kostar bygglov?", prompt -> Flux.just(TRANSLATION));
        List<ConversationEvent> events = events(Optional.of(model), 0, false, NOW, Mono.never());
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text", "text",
                "text",
                "handover-offer", "completed");
        assertThat(events.subList(1, 4)).containsExactly(
                new TextReleased(CARD.machineTranslation(), List.of(), "en", null, null),
                new TextReleased("A permit (lov) costs 500 kronor.", CITED, "en", true,
                        "Ett lov kostar 500 kronor."),
                new TextReleased("Call 031-390 06 00.", CITED, "en", true, "Ring 031-390 06 00."));
        assertThat(outcome(events)).isEqualTo(AnswerOutcome.ANSWERED_TRANSLATED);
        assertThat(model.asked()).extracting(Prompt::name).containsExactly("translate-question.sv@1",
                "translate-answer.sv@1");
    }

    @Test
    void withoutAModelASearchByMeaningIsQuotedInSwedish() {
        List<ConversationEvent> events = events(Optional.empty(), 0, true, NOW, Mono.never());
        assertThat(events.subList(1, 4)).containsExactly(
                new TextReleased(CARD.inSwedish(), List.of(), "en", null, null),
                new TextReleased("Ett lov kostar 500 kronor.", CITED, "sv", null, null),
                new TextReleased("Ring 031-390 06 00.", CITED, "sv", null, null));
        assertThat(outcome(events)).isEqualTo(AnswerOutcome.ANSWERED_IN_SWEDISH);
    }

    @Test
    void withoutModelAndMeaningThereIsTheCard() {
        assertThat(outcome(events(Optional.empty(), 0, false, NOW, Mono.never())))
                .isEqualTo(AnswerOutcome.NOT_ANSWERED_LANGUAGE);
    }

    @Test
    void aModelThatFailsIsNotAskedAgain() {
        ScriptedModel model = new ScriptedModel(prompt -> ScriptedModel.failing("Vad"));
        assertThat(outcome(events(Optional.of(model), 0, false, NOW, Mono.never())))
                .isEqualTo(AnswerOutcome.NOT_ANSWERED_LANGUAGE);
        assertThat(outcome(events(Optional.of(model), 0, true, NOW, Mono.never())))
                .isEqualTo(AnswerOutcome.ANSWERED_IN_SWEDISH);
        assertThat(model.asked()).hasSize(2);
    }

    @Test
    void aModelThatFailsInTheMiddleOfTheTranslationLeavesTheSwedishSentences() {
        ScriptedModel model = model("Vad kostar bygglov?",
                prompt -> ScriptedModel.failing("[1] A permit costs"));
        List<ConversationEvent> events = events(Optional.of(model), 0, false, NOW, Mono.never());
        assertThat(outcome(events)).isEqualTo(AnswerOutcome.ANSWERED_IN_SWEDISH);
        assertThat(events.get(2))
                .isEqualTo(new TextReleased("Ett lov kostar 500 kronor.", CITED, "sv", null, null));
    }

    @Test
    void whenStoppedNoModelIsWaitedFor() {
        ScriptedModel model = new ScriptedModel(prompt -> Flux.never());
        assertThat(outcome(events(Optional.of(model), 0, true, NOW, Mono.just("stop"))))
                .isEqualTo(AnswerOutcome.ANSWERED_IN_SWEDISH);
    }

    @Test
    void anEmergencyThatOnlyTheSwedishWordsShowIsShownAsOne() {
        ScriptedModel model = model("Det brinner i huset", prompt -> Flux.just(TRANSLATION));
        List<ConversationEvent> events = events(Optional.of(model), 0, false, NOW, Mono.never());
        assertThat(outcome(events)).isEqualTo(AnswerOutcome.EMERGENCY_CARD_SHOWN);
        assertThat(events).extracting(ConversationEvent::type).containsOnly("text", "completed");
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void whatIsNotConfidentOrMayNotBeAnsweredFromIsTheCard() {
        ScriptedModel model = model("Vad kostar bygglov?", prompt -> Flux.just(TRANSLATION));
        List<ConversationEvent> unsure = events(Optional.of(model), 1, false, NOW, Mono.never());
        assertThat(outcome(unsure)).isEqualTo(AnswerOutcome.NOT_ANSWERED_LANGUAGE);
        List<ConversationEvent> outdated = events(Optional.of(model), 0, false, "2036-11-23T10:00:00+01:00",
                Mono.never());
        assertThat(outcome(outdated)).isEqualTo(AnswerOutcome.NOT_ANSWERED_PAGE_EXPIRED);
        assertThat(outdated.get(1)).isEqualTo(new TextReleased(CARD.card().getFirst(), List.of()));
        assertThat(model.asked()).extracting(Prompt::name).containsOnly("translate-question.sv@1");
    }

    private static ScriptedModel model(String question, Function<Prompt, Flux<String>> answer) {
        return new ScriptedModel(prompt -> prompt.name().startsWith("translate-question")
                ? Flux.just(question)
                : answer.apply(prompt));
    }

    private static AnswerOutcome outcome(List<ConversationEvent> events) {
        return ((Completed) events.getLast()).outcome();
    }

    private static List<ConversationEvent> events(Optional<ScriptedModel> model, double answerAt,
            boolean byMeaning,
            String now, org.reactivestreams.Publisher<?> stop) {
        Clock clock = Clock.fixed(OffsetDateTime.parse(now).toInstant(), ZoneId.of("Europe/Stockholm"));
        ConfidencePolicy policy = new ConfidencePolicy(() -> Calibration.LABORATORY,
                new Overrides(0.0, answerAt, answerAt, 0));
        FixedRetriever retriever = FixedRetriever.finding(FOUND);
        ConversationContext context = new ConversationContext(retriever, WATCH, policy,
                new PinnedAnswers(KnowledgeFiles.shipped(), new DateTruth(Clock.systemUTC())));
        Optional<WritingTasks> tasks = model.map(scripted -> new WritingTasks(scripted, PROMPTS));
        HandoverFiles files = new HandoverFiles(FOLDER);
        AnswerTexts texts = new AnswerTexts(FOLDER, WATCH, new ContactCentre(files, clock),
                new AvailabilityText(files, clock),
                new AnsweringProperties(null, null, null, 0, "kontaktcenter", Duration.ofSeconds(60)),
                List.of("en", "fi", "ar", "so"));
        DateTruth dates = new DateTruth(clock);
        ForeignAnswers answers = new ForeignAnswers(
                new SwedishQuestions(tasks, Masked.MASK, SCREEN, context, Schedulers.immediate()), policy,
                new Standing(WATCH, new Topics(FOLDER), dates, texts),
                new CheckedVoice(retriever, new SafePassages(SCREEN, "sv"),
                        ScriptedVoice.saying("Ett lov kostar 500 kronor.", "Ring 031-390 06 00."),
                        Optional.empty(),
                        new GroundingCheck(), new Quotation(new OmissionGuard()), new DayNotes(dates)),
                new Translation(tasks, CHECK, LANGUAGES, Schedulers.immediate()),
                new Endings(texts, policy::thresholds), byMeaning);
        Question question = new Question(masked("how much is a permit"), "en", 1, List.of());
        return Objects.requireNonNull(answers.answer(new Turn(question, new ModelUse("c"), stop),
                context.alone(question)).collectList().block()).stream().map(AnswerEvent::event).toList();
    }
}
