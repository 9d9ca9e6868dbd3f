package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.answering.PipelineFixture.QUESTION;
import static se.lotsen.answering.PipelineFixture.explanation;
import static se.lotsen.answering.PipelineFixture.texts;
import static se.lotsen.testing.PassageBuilder.aPassage;
import static se.lotsen.testing.ScriptedWriter.sentence;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Utterance;
import se.lotsen.languagemodel.Utterance.Slip;
import se.lotsen.languagemodel.Writer;
import se.lotsen.testing.ScriptedVoice;
import se.lotsen.testing.ScriptedWriter;

/** What is heard of a model's words, and when the quotation takes over. */
class CheckedVoiceTests {
    private static final String FEE_TEXT = "Ett bygglov för altan kostar 4 200 kronor.";
    private static final String TIME_TEXT = "Handläggningen tar högst tio veckor.";
    private static final String PLACE_TEXT = "Du söker bygglov i e-tjänsten.";
    private static final Passage FEE = aPassage("bygglov").under("Avgift")
            .paragraph(FEE_TEXT, TIME_TEXT, PLACE_TEXT).build();
    private static final Passage FIRE = aPassage("bygglov").under("Elda")
            .paragraph("Du får elda ris i din trädgård.", "Det gäller inte när det råder eldningsförbud.")
            .build();
    private static final Utterance TRUE = sentence("För en altan kostar ett bygglov 4 200 kronor.", FEE);
    private static final Utterance LIE = sentence("Ett bygglov för altan kostar 900 kronor.", FEE);
    private static final ScriptedVoice QUOTE = ScriptedVoice.saying(FEE_TEXT, TIME_TEXT, PLACE_TEXT);

    @Test
    void aSentenceIsReleasedAsItComesAndTheNextOneIsNotWaitedFor() {
        TestPublisher<Utterance> words = TestPublisher.create();
        ScriptedWriter writer = ScriptedWriter.streaming(words::flux);
        StepVerifier.create(about(FEE).writing(writer).pipeline().answer(QUESTION))
                .expectNextMatches(event -> event.event() instanceof SourcesFound)
                .then(() -> words.next(LIE)).then(() -> words.next(TRUE))
                .expectNextMatches(event -> event.event() instanceof TextReleased text
                        && text.text().equals(TRUE.text())
                        && text.sources().getFirst().url().equals(FEE.url()))
                .thenCancel().verify();
        assertThat(writer.cancelled()).as("whoever listens no more asks no more").isEqualTo(1);
    }

    @Test
    void aLieIsDroppedAndTheExplanationSaysSo() {
        List<AnswerEvent> events = answer(about(FEE).writing(ScriptedWriter.writing(TRUE, LIE,
                new Utterance("Jag bokar en tid.", List.of(), Slip.FIRST_PERSON))));
        assertThat(texts(events)).doesNotContain(LIE.text(), "Jag bokar en tid.");
        assertThat(explanation(events).checks().removed()).satisfiesExactly(removed -> {
            assertThat(removed.sentence()).isEqualTo(LIE.text());
            assertThat(removed.passage()).isEqualTo(FEE.id());
            assertThat(removed.faults()).anyMatch(fault -> fault.startsWith("AMOUNT"));
        }, removed -> assertThat(removed)
                .isEqualTo(new Checks.Removed("Jag bokar en tid.", "", List.of("FIRST_PERSON"))));
    }

    @Test
    void aSentenceIsSaidWithThatOfItsPassagesThatHoldsIt() {
        List<AnswerEvent> events = answer(about(FIRE, FEE).quoting(ScriptedVoice.saying())
                .writing(ScriptedWriter.writing(sentence(TRUE.text(), FIRE, FEE))));
        assertThat(events).extracting(AnswerEvent::event).filteredOn(TextReleased.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((TextReleased) event).sources().getFirst().url())
                        .isEqualTo(FEE.url()));
        assertThat(explanation(events).checks().removed()).isEmpty();
    }

    @Test
    void aSentenceThatIsSaidTwiceIsHeardOnce() {
        assertThat(texts(answer(about(FEE).quoting(ScriptedVoice.saying(FEE_TEXT))
                .writing(ScriptedWriter.writing(TRUE, TRUE))))).containsExactly(TRUE.text());
    }

    static Stream<Writer> whoSaysNothing() {
        return Stream.of(ScriptedWriter.failingAfter(), ScriptedWriter.writing(),
                ScriptedWriter.streaming(() -> Flux.error(new ModelUnavailable(Reason.BUDGET_SPENT, null))));
    }

    @ParameterizedTest
    @MethodSource("whoSaysNothing")
    void aModelThatSaysNothingLeavesExactlyTheQuotation(Writer writer) {
        List<AnswerEvent> with = answer(about(FEE).writing(writer));
        List<AnswerEvent> without = answer(about(FEE));
        assertThat(with).extracting(AnswerEvent::event).isEqualTo(
                without.stream().map(AnswerEvent::event).toList());
        assertThat(explanation(with).voice()).isEqualTo(QUOTE.name());
    }

    @Test
    void aModelThatOnlyLiesLeavesExactlyTheQuotation() {
        List<AnswerEvent> events = answer(about(FEE).writing(ScriptedWriter.writing(LIE)));
        assertThat(texts(events)).containsExactly(FEE_TEXT, TIME_TEXT, PLACE_TEXT);
        assertThat(explanation(events).voice()).isEqualTo(QUOTE.name());
        assertThat(explanation(events).checks().removed()).hasSize(1);
    }

    @Test
    void aModelThatBreaksOffIsCompletedByWhatItHasNotSaidYet() {
        List<AnswerEvent> events = answer(about(FEE).writing(ScriptedWriter.failingAfter(TRUE)));
        assertThat(texts(events)).containsExactly(TRUE.text(), TIME_TEXT, PLACE_TEXT);
        assertThat(explanation(events).voice()).isEqualTo("written+scripted");
        assertThat(explanation(events).checks().added()).extracting(Checks.Added::check)
                .containsExactly("QUOTATION", "QUOTATION");
    }

    @Test
    void aWordingThatSaysTheQuotationStandsAlone() {
        Utterance time = sentence("Högst tio veckor tar handläggningen.", FEE);
        List<AnswerEvent> events = answer(about(FEE).writing(ScriptedWriter.writing(TRUE, time)));
        assertThat(texts(events)).containsExactly(TRUE.text(), time.text());
        assertThat(explanation(events).voice()).isEqualTo("written");
    }

    @Test
    void aWordingThatSaysLittleOfTheQuotationIsCompleted() {
        List<AnswerEvent> events = answer(about(FEE).writing(ScriptedWriter.writing(TRUE)));
        assertThat(texts(events)).containsExactly(TRUE.text(), TIME_TEXT, PLACE_TEXT);
    }

    @Test
    void whereMoreIsRemovedThanSaidTheQuotationIsAdded() {
        Utterance time = sentence("Högst tio veckor tar handläggningen.", FEE);
        Utterance never = sentence("Handläggningen tar högst 90 veckor.", FEE);
        List<AnswerEvent> half = answer(about(FEE).writing(ScriptedWriter.writing(TRUE, time, LIE, never)));
        assertThat(texts(half)).containsExactly(TRUE.text(), time.text());
        Utterance third = sentence("Ett bygglov kostar 17 kronor.", FEE);
        List<AnswerEvent> most = answer(
                about(FEE).writing(ScriptedWriter.writing(TRUE, time, LIE, never, third)));
        assertThat(texts(most)).containsExactly(TRUE.text(), time.text(), PLACE_TEXT);
    }

    @Test
    void whatAWordingLeavesOutIsAdded() {
        Utterance fire = sentence("I din trädgård får du elda ris.", FIRE);
        List<AnswerEvent> events = answer(about(FIRE)
                .quoting(ScriptedVoice.saying("Du får elda ris i din trädgård."))
                .writing(ScriptedWriter.writing(fire)));
        assertThat(texts(events)).startsWith(fire.text())
                .contains("Det gäller inte när det råder eldningsförbud.").doesNotHaveDuplicates();
        assertThat(explanation(events).checks().added()).isNotEmpty();
    }

    @Test
    void whatAWordingLeavesOutIsAddedThoughTheQuotationSpeaksOfOtherThings() {
        Utterance fire = sentence("I din trädgård får du elda ris.", FIRE);
        List<AnswerEvent> events = answer(about(FEE, FIRE).writing(ScriptedWriter.failingAfter(fire)));
        assertThat(texts(events)).startsWith(fire.text(), FEE_TEXT, TIME_TEXT, PLACE_TEXT)
                .contains("Det gäller inte när det råder eldningsförbud.").doesNotHaveDuplicates();
        assertThat(explanation(events).checks().added())
                .filteredOn(added -> added.check().equals("OMISSION"))
                .isNotEmpty();
    }

    @Test
    void stoppedMidwayTheAnswerIsFinishedWithoutTheModel() {
        TestPublisher<Void> stop = TestPublisher.create();
        ScriptedWriter writer = ScriptedWriter
                .streaming(() -> Flux.just(TRUE).concatWith(Flux.never()));
        StepVerifier
                .create(about(FEE).writing(writer).pipeline().answer(QUESTION, stop)
                        .map(AnswerEvent::event))
                .expectNextMatches(SourcesFound.class::isInstance).expectNextMatches(says(TRUE.text()))
                .then(stop::complete).expectNextMatches(says(TIME_TEXT)).expectNextMatches(says(PLACE_TEXT))
                .expectNextCount(2).verifyComplete();
        assertThat(writer.cancelled()).isEqualTo(1);
    }

    @Test
    void stoppedBeforeAWordTheQuotationIsTheAnswer() {
        TestPublisher<Void> stop = TestPublisher.create();
        ScriptedWriter writer = ScriptedWriter.streaming(Flux::never);
        StepVerifier
                .create(about(FEE).writing(writer).pipeline().answer(QUESTION, stop).collectList())
                .then(stop::complete)
                .assertNext(events -> assertThat(texts(events)).containsExactly(FEE_TEXT, TIME_TEXT,
                        PLACE_TEXT))
                .verifyComplete();
    }

    @Test
    void anAnswerThatIsStoppedFromTheStartAsksNoModel() {
        ScriptedWriter writer = ScriptedWriter.writing(TRUE);
        List<AnswerEvent> events = Objects.requireNonNull(about(FEE).writing(writer).pipeline()
                .answer(QUESTION, Mono.empty()).collectList().block());
        assertThat(texts(events)).containsExactly(FEE_TEXT, TIME_TEXT, PLACE_TEXT);
        assertThat(writer.asked()).isZero();
    }

    @Test
    void theExplanationNamesModelPromptAndVoice() {
        Explanation explanation = explanation(answer(about(FEE).quoting(ScriptedVoice.saying(FEE_TEXT))
                .writing(ScriptedWriter.writing(TRUE))));
        assertThat(explanation.models()).containsExactly(
                new ModelUse.Call(ScriptedWriter.MODEL, ScriptedWriter.PROMPT, "COMPLETE"));
        assertThat(explanation.voice()).isEqualTo("written");
        assertThat(explanation.outcome()).isEqualTo(AnswerOutcome.ANSWERED);
    }

    static Stream<Writer> everyWriter() {
        return Stream.of(ScriptedWriter.writing(), ScriptedWriter.writing(TRUE), ScriptedWriter.writing(LIE),
                ScriptedWriter.writing(TRUE, LIE, TRUE), ScriptedWriter.failingAfter(),
                ScriptedWriter.failingAfter(TRUE), ScriptedWriter.failingAfter(LIE),
                ScriptedWriter.streaming(() -> Flux.error(new IllegalStateException("a fault of ours"))),
                ScriptedWriter.streaming(() -> Flux.just(TRUE)
                        .concatWith(Flux.error(new IllegalStateException("a fault of ours")))),
                ScriptedWriter.streaming(() -> {
                    throw new IllegalStateException("before it began");
                }), (request, use) -> {
                    throw new IllegalStateException("before it began");
                });
    }

    @ParameterizedTest
    @MethodSource("everyWriter")
    void whateverTheModelDoesThereIsOneEndAndNothingTwice(Writer writer) {
        for (Publisher<?> stop : List.of(Mono.never(), Mono.empty())) {
            List<AnswerEvent> events = Objects.requireNonNull(
                    about(FEE).writing(writer).pipeline().answer(QUESTION, stop).collectList().block());
            assertThat(events).filteredOn(AnswerEvent.Finished.class::isInstance)
                    .containsExactly(events.getLast());
            assertThat(texts(events)).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Test
    @Timeout(60)
    void aLibraryThatIsMissingEndsTheAnswerByTheDeadline() {
        Scheduler search = Schedulers.newSingle("search");
        try {
            Writer missing = (request, use) -> Flux.defer(() -> {
                throw new NoClassDefFoundError("dev/langchain4j/Model");
            });
            List<AnswerEvent> events = Objects.requireNonNull(about(FEE).writing(missing)
                    .within(Duration.ofMillis(200), search).pipeline().answer(QUESTION).collectList()
                    .block(Duration.ofSeconds(30)));
            assertThat(events).filteredOn(AnswerEvent.Finished.class::isInstance)
                    .containsExactly(events.getLast());
            assertThat(explanation(events).outcome()).isEqualTo(AnswerOutcome.FAILED_UNEXPECTED);
        } finally {
            search.dispose();
        }
    }

    private static java.util.function.Predicate<se.lotsen.conversation.ConversationEvent> says(String text) {
        return event -> event instanceof TextReleased released && released.text().equals(text);
    }

    private static PipelineFixture about(Passage... passages) {
        return new PipelineFixture().finding(passages).quoting(QUOTE);
    }

    private static List<AnswerEvent> answer(PipelineFixture fixture) {
        return Objects.requireNonNull(fixture.pipeline().answer(QUESTION).collectList().block());
    }
}
