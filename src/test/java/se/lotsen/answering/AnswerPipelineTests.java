package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Overrides;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Watching;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.languagemodel.Writer;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Topics;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.testing.FixedRelevance;
import se.lotsen.testing.FixedRetriever;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.Masked;
import se.lotsen.testing.ScriptedVoice;

class AnswerPipelineTests {
    private static final ConfidencePolicy ANSWER = policy(0, 0, 0);
    private static final ConfidencePolicy ASK = policy(0, 1, 0);
    private static final ConfidencePolicy HAND_OVER = policy(0, 1, 1);
    private static final ConfidencePolicy FIND_NOTHING = policy(1, 0, 0);

    private static final Question QUESTION = new Question(masked("vad kostar bygglov"), "sv", 3, List.of());
    private static final Passage LEAD = aPassage("bygglov").paragraph("Du behöver bygglov.").build();
    private static final Passage FEE = aPassage("bygglov").under("Avgift").paragraph("Ett.", "Två.").build();
    private static final Passage OTHER = aPassage("eldstad").paragraph("En eldstad anmäler du.").build();
    private static final Retrieval FOUND = new Retrieval(
            List.of(ranked(FEE, 8), ranked(OTHER, 6), ranked(LEAD, 4)),
            List.of(new Retrieval.RankedPage("bygglov", 8, 0.8), new Retrieval.RankedPage("eldstad", 6, 0.6)),
            new Evidence(0.8, 0.75, 0.9, 0.8, 0.7, 10, 9, 2), FixedRelevance.of(2, 0.5));
    private static final KnowledgeFolder FOLDER = KnowledgeFiles.shipped();
    private static final KnowledgeWatch WATCH = Watching.over(FOLDER);
    private static final QuestionScreen SCREEN = new QuestionScreen(FOLDER,
            new ContactDirectory(new HandoverFiles(FOLDER)));
    private static final DateTruth DATES = new DateTruth(Clock.fixed(
            OffsetDateTime.parse("2026-11-23T10:00:00+01:00").toInstant(), ZoneId.of("Europe/Stockholm")));
    private static final AnswerTexts TEXTS = texts("2026-11-23T10:00:00+01:00");

    @Test
    void anAnswerIsSourcesThenCitedSentencesThenAPersonThenTheEnd() {
        ScriptedVoice voice = ScriptedVoice.saying("Ett.", "Två.");
        List<ConversationEvent> events = events(FixedRetriever.finding(FOUND), voice, ANSWER);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text", "text",
                "handover-offer", "completed");
        assertThat(((SourcesFound) events.getFirst()).sources())
                .extracting(ConversationEvent.Source::page, ConversationEvent.Source::title,
                        ConversationEvent.Source::score)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("bygglov", "Bygglov", 0.8),
                        org.assertj.core.groups.Tuple.tuple("eldstad",
                                ((SourcesFound) events.getFirst()).sources().get(1).title(), 0.6));
        assertThat(events.get(1)).isEqualTo(new TextReleased("Ett.", List.of(
                new ConversationEvent.Citation("bygglov", "Avgift", "/knowledge/bygglov#avgift",
                        "digest of by"))));
        assertThat(((HandoverOffered) events.get(3)).reason()).isEqualTo(HandoverReason.ALWAYS_OFFERED);
        assertThat(((Completed) events.getLast()).outcome()).isEqualTo(AnswerOutcome.ANSWERED);
        assertThat(((Completed) events.getLast()).answer()).isEqualTo(3);
    }

    @Test
    void theVoiceIsGivenThePassagesOfTheFirstPageAlone() {
        ScriptedVoice voice = ScriptedVoice.saying("Ett.");
        events(FixedRetriever.finding(FOUND), voice, ANSWER);
        assertThat(voice.requests()).singleElement().satisfies(request -> {
            assertThat(request.question()).isEqualTo(QUESTION.text());
            assertThat(request.passages()).containsExactly(new VoiceRequest.RankedText(FEE, 1),
                    new VoiceRequest.RankedText(LEAD, 0.5));
            assertThat(request.words().weights()).containsExactly(2);
            assertThat(request.words().strengths("text")).containsExactly(0.5);
        });
    }

    @Test
    void aDoubtfulQuestionIsAskedBackWithChoices() {
        List<ConversationEvent> events = events(FixedRetriever.finding(FOUND), ScriptedVoice.saying("Ett."),
                ASK);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text", "choices",
                "handover-offer", "completed");
        assertThat(events.get(1)).isEqualTo(new TextReleased(TEXTS.replies().clarify(), List.of()));
        assertThat(((ChoicesOffered) events.get(2)).choices()).first()
                .isEqualTo(new ConversationEvent.Choice("Bygglov", "bygglov"));
        assertThat(((Completed) events.getLast()).outcome()).isEqualTo(AnswerOutcome.CLARIFICATION_ASKED);
    }

    @Test
    void tooLittleConfidenceSaysSoAndOffersAPerson() {
        List<ConversationEvent> events = events(FixedRetriever.finding(FOUND), ScriptedVoice.saying("Ett."),
                HAND_OVER);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text",
                "handover-offer", "completed");
        assertThat(events.get(1)).isEqualTo(new TextReleased(TEXTS.replies().lowConfidence(), List.of()));
        assertThat(((HandoverOffered) events.get(2)).reason()).isEqualTo(HandoverReason.LOW_CONFIDENCE);
    }

    @Test
    void nothingFoundSaysSoWithNoSources() {
        List<ConversationEvent> events = events(FixedRetriever.finding(Retrieval.NOTHING),
                ScriptedVoice.saying("Ett."), ANSWER);
        assertThat(events.getFirst()).isEqualTo(new SourcesFound(List.of()));
        assertThat(events.get(1)).isEqualTo(new TextReleased(TEXTS.replies().noAnswer(), List.of()));
        assertThat(((Completed) events.getLast()).outcome())
                .isEqualTo(AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE);
    }

    @Test
    void aFaultOfTheIndexIsNamedAndOffersAPerson() {
        List<ConversationEvent> events = events(FixedRetriever.withoutItsIndex(),
                ScriptedVoice.saying("Ett."),
                ANSWER);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("text", "handover-offer",
                "completed");
        assertThat(events.getFirst()).isEqualTo(new TextReleased(TEXTS.replies().failed(), List.of()));
        assertThat(((HandoverOffered) events.get(1)).reason()).isEqualTo(HandoverReason.FAULT);
        assertThat(events.getLast()).isEqualTo(new Completed(AnswerKind.FAILED,
                AnswerOutcome.FAILED_INDEX_UNAVAILABLE, 3, 0));
    }

    @Test
    void aVoiceThatBreaksEndsAsAFault() {
        List<ConversationEvent> events = events(FixedRetriever.finding(FOUND),
                ScriptedVoice.failingAfter("Ett."),
                ANSWER);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text",
                "handover-offer", "completed");
        assertThat(events.get(1)).isEqualTo(new TextReleased(TEXTS.replies().failed(), List.of()));
        assertThat(((Completed) events.getLast()).outcome()).isEqualTo(AnswerOutcome.FAILED_UNEXPECTED);
    }

    @Test
    void aVoiceThatSaysNothingIsNoAnswer() {
        List<ConversationEvent> events = events(FixedRetriever.finding(FOUND), ScriptedVoice.saying(),
                ANSWER);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text",
                "handover-offer", "completed");
        assertThat(events.get(1)).isEqualTo(new TextReleased(TEXTS.replies().lowConfidence(), List.of()));
        assertThat(((Completed) events.getLast()).outcome())
                .isEqualTo(AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE);
    }

    @Test
    void aSentenceThatItsPassageDoesNotHoldIsNotReleasedAndTheExplanationSaysSo() {
        AnswerPipeline pipeline = pipeline(FixedRetriever.finding(FOUND),
                ScriptedVoice.saying("Ett.", "Det kostar 900 kronor."), ANSWER);
        List<AnswerEvent> events = Objects.requireNonNull(pipeline.answer(QUESTION).collectList().block());
        assertThat(events).filteredOn(event -> event.event() instanceof TextReleased).hasSize(1);
        assertThat(((AnswerEvent.Finished) events.getLast()).explanation().checks().removed()).singleElement()
                .satisfies(removed -> {
                    assertThat(removed.sentence()).isEqualTo("Det kostar 900 kronor.");
                    assertThat(removed.faults()).anyMatch(fault -> fault.startsWith("AMOUNT"));
                });
    }

    @Test
    void whenNothingHoldsAPersonIsOfferedInstead() {
        List<ConversationEvent> events = events(FixedRetriever.finding(FOUND),
                ScriptedVoice.saying("Det kostar 900 kronor."), ANSWER);
        assertThat(events).extracting(ConversationEvent::type).containsExactly("sources", "text",
                "handover-offer", "completed");
        assertThat(((Completed) events.getLast()).outcome())
                .isEqualTo(AnswerOutcome.NOT_ANSWERED_NOT_GROUNDED);
    }

    @Test
    void afterTwoTurnsWithoutAnAnswerNothingMoreIsAskedBack() {
        EarlierTurn unclear = new EarlierTurn(masked("tillstånd"), AnswerOutcome.CLARIFICATION_ASKED, null,
                List.of());
        EarlierTurn answered = new EarlierTurn(masked("tillstånd"), AnswerOutcome.ANSWERED, null, List.of());
        assertThat(outcomeAfter(unclear, unclear)).isEqualTo(AnswerOutcome.NOT_ANSWERED_STILL_UNCLEAR);
        assertThat(outcomeAfter(unclear)).isEqualTo(AnswerOutcome.CLARIFICATION_ASKED);
        assertThat(outcomeAfter(unclear, answered)).isEqualTo(AnswerOutcome.CLARIFICATION_ASKED);
    }

    @Test
    void aChoiceThatWasOfferedIsNotScreened() {
        String label = "Det brinner i huset";
        EarlierTurn offered = new EarlierTurn(masked("brand"), AnswerOutcome.CLARIFICATION_ASKED, null,
                List.of(new ConversationEvent.Choice(label, "bygglov")));
        List<AnswerEvent> events = Objects.requireNonNull(pipeline(FixedRetriever.finding(FOUND),
                ScriptedVoice.saying("Ett."), ASK)
                .answer(new Question(masked(label), "sv", 2, List.of(offered))).collectList().block());
        assertThat(((Completed) events.getLast().event()).outcome()).isEqualTo(AnswerOutcome.ANSWERED);
    }

    private static AnswerOutcome outcomeAfter(EarlierTurn... earlier) {
        Question question = new Question(masked("vilka regler gäller för att bygga nytt"), "sv", 3,
                List.of(earlier));
        List<AnswerEvent> events = Objects.requireNonNull(pipeline(FixedRetriever.finding(FOUND),
                ScriptedVoice.saying("Ett."), ASK).answer(question).collectList().block());
        return ((Completed) events.getLast().event()).outcome();
    }

    @Test
    void anEmergencyIsACardAndNothingIsSearched() {
        List<ConversationEvent> events = ask(FixedRetriever.failing(new IllegalStateException("searched")),
                "det brinner i huset", "sv");
        assertThat(events).extracting(ConversationEvent::type).containsOnly("text", "completed")
                .endsWith("completed");
        assertThat(((Completed) events.getLast()).outcome()).isEqualTo(AnswerOutcome.EMERGENCY_CARD_SHOWN);
    }

    @Test
    void aForeignQuestionGetsACardInItsLanguageAndTheWayToAPerson() {
        List<ConversationEvent> events = ask(FixedRetriever.finding(FOUND), "what does a permit cost", "en");
        assertThat(((Completed) events.getLast()).outcome()).isEqualTo(AnswerOutcome.NOT_ANSWERED_LANGUAGE);
        assertThat(events).filteredOn(event -> event instanceof TextReleased).allSatisfy(
                event -> assertThat(((TextReleased) event).text()).doesNotContainPattern("[åäöÅÄÖ]"));
        assertThat(((HandoverOffered) events.get(events.size() - 2)).text()).startsWith("You reach");
    }

    private static List<ConversationEvent> ask(Retriever retriever, String text, String language) {
        return Objects.requireNonNull(pipeline(retriever, ScriptedVoice.saying("Ett."), ANSWER)
                .answer(new Question(masked(text), language, 1, List.of())).collectList().block()).stream()
                .map(AnswerEvent::event).toList();
    }

    static Stream<AnswerPipeline> everyEnding() {
        Retriever found = FixedRetriever.finding(FOUND);
        Voice voice = ScriptedVoice.saying("Ett.");
        return Stream.of(pipeline(found, voice, ANSWER), pipeline(found, voice, ASK),
                pipeline(found, voice, HAND_OVER), pipeline(found, voice, FIND_NOTHING),
                pipeline(FixedRetriever.finding(Retrieval.NOTHING), voice, ANSWER),
                pipeline(FixedRetriever.withoutItsIndex(), voice, ANSWER),
                pipeline(FixedRetriever.failing(new NullPointerException("fault of ours")), voice, ANSWER),
                pipeline(found, ScriptedVoice.failingAfter(), ANSWER),
                pipeline(found, ScriptedVoice.failingAfter("Ett.", "Två."), ANSWER),
                pipeline(found, ScriptedVoice.saying(), ANSWER), pipeline(found, throwing(), ANSWER));
    }

    @ParameterizedTest
    @MethodSource("everyEnding")
    void everyEndingOffersAPersonAndIsTheLastAndOnlyOne(AnswerPipeline pipeline) {
        List<AnswerEvent> events = Objects.requireNonNull(pipeline.answer(QUESTION).collectList().block());
        assertThat(events.getLast()).isInstanceOf(AnswerEvent.Finished.class);
        assertThat(events).filteredOn(AnswerEvent.Finished.class::isInstance).hasSize(1);
        assertThat(events.get(events.size() - 2).event()).isInstanceOf(HandoverOffered.class);
        assertThat(events).filteredOn(event -> event.event() instanceof HandoverOffered).hasSize(1);
        Completed completed = (Completed) events.getLast().event();
        assertThat(completed.kind()).isEqualTo(completed.outcome().kind());
        assertThat(completed.confidence()).isBetween(0.0, 1.0);
        assertThat(events).filteredOn(event -> event.event() instanceof TextReleased).isNotEmpty();
    }

    @Test
    void theEndExplainsItself() {
        Explanation explanation = finished(
                pipeline(FixedRetriever.finding(FOUND), ScriptedVoice.saying("Ett."),
                        ANSWER))
                .explanation();
        assertThat(explanation.evidence()).isEqualTo(FOUND.evidence());
        assertThat(explanation.voice()).isEqualTo("scripted");
        assertThat(explanation.outcome()).isEqualTo(AnswerOutcome.ANSWERED);
        assertThat(explanation.context()).isEqualTo(new Explanation.Context("STANDALONE", null, 1));
        assertThat(explanation.digests()).containsEntry("bygglov", "digest of bygglov");
        assertThat(explanation.passages()).extracting(Explanation.RankedPassageScore::passage)
                .containsExactly("bygglov#avgift", "eldstad#start", "bygglov#start");
        Explanation fault = finished(
                pipeline(FixedRetriever.withoutItsIndex(), ScriptedVoice.saying(), ANSWER))
                .explanation();
        assertThat(fault.outcome()).isEqualTo(AnswerOutcome.FAILED_INDEX_UNAVAILABLE);
        assertThat(fault.pages()).isEmpty();
    }

    @Test
    void sentencesAreReleasedOneByOne() {
        StepVerifier
                .create(pipeline(FixedRetriever.finding(FOUND), ScriptedVoice.saying("Ett.", "Två."), ANSWER)
                        .answer(QUESTION), 2)
                .expectNextMatches(event -> event.event() instanceof SourcesFound)
                .expectNextMatches(event -> event.event() instanceof TextReleased text
                        && text.text().equals("Ett."))
                .thenCancel().verify();
    }

    @Test
    void anInterruptedAnswerEndsWithoutAsking() {
        List<AnswerEvent> events = pipeline(FixedRetriever.finding(FOUND), ScriptedVoice.saying(), ANSWER)
                .interrupted(QUESTION);
        assertThat(events).extracting(event -> event.event().type()).containsExactly("text", "handover-offer",
                "completed");
        assertThat(((Completed) events.getLast().event()).outcome())
                .isEqualTo(AnswerOutcome.FAILED_INTERRUPTED);
    }

    @Test
    void thePersonIsOfferedAsTheCounterIsNow() {
        HandoverOffered open = TEXTS.handover(AnswerOutcome.ANSWERED);
        assertThat(open.openNow()).isTrue();
        assertThat(open.nextOpening()).isNull();
        HandoverOffered closed = texts("2026-11-22T10:00:00+01:00").handover(AnswerOutcome.ANSWERED);
        assertThat(closed.openNow()).isFalse();
        assertThat(closed.nextOpening()).isEqualTo(OffsetDateTime.parse("2026-11-23T08:00:00+01:00"));
        assertThat(closed.text()).contains("031-390 06 00").doesNotContain("{", "}");
    }

    private static Voice throwing() {
        return new Voice() {
            @Override
            public String name() {
                return "throwing";
            }

            @Override
            public Flux<SpokenSentence> speak(VoiceRequest request) {
                throw new IllegalStateException("before it began");
            }
        };
    }

    private static List<ConversationEvent> events(Retriever retriever, Voice voice,
            ConfidencePolicy when) {
        return Objects.requireNonNull(pipeline(retriever, voice, when).answer(QUESTION).collectList().block())
                .stream().map(AnswerEvent::event).toList();
    }

    private static AnswerEvent.Finished finished(AnswerPipeline pipeline) {
        return (AnswerEvent.Finished) Objects.requireNonNull(pipeline.answer(QUESTION).blockLast());
    }

    private static ConfidencePolicy policy(double minBoundShare, double answerAt, double askAt) {
        return new ConfidencePolicy(() -> Calibration.LABORATORY,
                new Overrides(minBoundShare, answerAt, askAt, 0));
    }

    private static AnswerPipeline pipeline(Retriever retriever, Voice voice, ConfidencePolicy when) {
        return pipeline(retriever, voice, Optional.empty(), when);
    }

    private static AnswerPipeline pipeline(Retriever retriever, Voice voice, Optional<Writer> writer,
            ConfidencePolicy when) {
        ConversationContext context = new ConversationContext(retriever, WATCH, when,
                new PinnedAnswers(KnowledgeFiles.shipped(), DATES));
        Standing standing = new Standing(WATCH, new Topics(FOLDER), DATES, TEXTS);
        return new AnswerPipeline(SCREEN, context, standing, when,
                new FollowUps(Optional.empty(), Masked.MASK, SCREEN, context, when, Schedulers.immediate()),
                foreign(retriever, voice, when, context, standing),
                new CheckedVoice(retriever, new SafePassages(SCREEN, "sv"), voice, writer,
                        new GroundingCheck(),
                        new Quotation(new OmissionGuard()), new DayNotes(DATES)),
                new Endings(TEXTS, when::thresholds), AssistantSwitch.NONE, Duration.ofSeconds(60), "sv",
                Schedulers.immediate());
    }

    private static ForeignAnswers foreign(Retriever retriever, Voice voice, ConfidencePolicy when,
            ConversationContext context, Standing standing) {
        return new ForeignAnswers(
                new SwedishQuestions(Optional.empty(), Masked.MASK, SCREEN, context, Schedulers.immediate()),
                when, standing,
                new CheckedVoice(retriever, new SafePassages(SCREEN, "sv"), voice, Optional.empty(),
                        new GroundingCheck(), new Quotation(new OmissionGuard()), new DayNotes(DATES)),
                new Translation(Optional.empty(), new TranslationCheck(WATCH.library()),
                        new LanguageIdentifier(List.of("sv", "en")), Schedulers.immediate()),
                new Endings(TEXTS, when::thresholds), false);
    }

    private static RankedPassage ranked(Passage passage, double score) {
        return new RankedPassage(passage, "digest of " + passage.page(), score,
                new RankedPassage.Parts(score, 0, 0, 0));
    }

    private static AnswerTexts texts(String moment) {
        KnowledgeFolder folder = KnowledgeFiles.shipped();
        Clock clock = Clock.fixed(OffsetDateTime.parse(moment).toInstant(), ZoneId.of("Europe/Stockholm"));
        HandoverFiles files = new HandoverFiles(folder);
        return new AnswerTexts(folder, Watching.over(folder), new ContactCentre(files, clock),
                new AvailabilityText(files, clock),
                new AnsweringProperties(null, null, null, 0, "kontaktcenter", Duration.ofSeconds(60)),
                List.of("en", "fi", "ar", "so"));
    }
}
