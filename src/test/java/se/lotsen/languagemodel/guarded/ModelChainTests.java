package se.lotsen.languagemodel.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelStatus;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.ModelUse.Call;
import se.lotsen.languagemodel.Prompt;
import se.lotsen.testing.Models;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.ScriptedModel;

class ModelChainTests {
    private static final Prompt PROMPT = new Prompt("answer.sv@1", "x".repeat(270), "y".repeat(27), 400);
    private static final long COST = 100;
    private static final String FIRST = "ollama:first";
    private static final String SECOND = "ollama:second";

    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ModelUse use = new ModelUse("c");
    private GuardedModels models = new GuardedModels(java.util.Optional.empty(),
            () -> new ModelStatus(List.of(), 0));

    @Test
    void theFirstModelAnswersAndTheOtherIsNotAsked() {
        ScriptedModel second = saying(SECOND, "Två.");
        LanguageModel chain = chain(saying(FIRST, "Ett."), second);
        StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Ett.").verifyComplete();
        assertThat(second.asked()).isEmpty();
        assertThat(use.calls()).containsExactly(new Call(FIRST, "answer.sv@1", "COMPLETE"));
        assertThat(use.isGivenUp()).isFalse();
        assertThat(chain.id()).isEqualTo(FIRST);
    }

    @Test
    void beforeTheFirstWordTheNextModelStandsIn() {
        LanguageModel chain = chain(failing(FIRST, Reason.OVERLOADED), saying(SECOND, "Två."));
        StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Två.").verifyComplete();
        assertThat(use.calls()).containsExactly(new Call(FIRST, "answer.sv@1", "OVERLOADED"),
                new Call(SECOND, "answer.sv@1", "COMPLETE"));
        assertThat(use.isGivenUp()).isFalse();
    }

    @Test
    void afterAWordNobodyStandsInAndTheQuestionAsksNothingMore() {
        ScriptedModel second = saying(SECOND, "Två.");
        ScriptedModel first = ScriptedModel.streaming(FIRST, () -> Flux.just("Ett. ")
                .concatWith(Flux.error(new ModelUnavailable(Reason.TRUNCATED, null))));
        LanguageModel chain = chain(first, second);
        StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Ett. ")
                .verifyErrorSatisfies(fault -> assertThat(reason(fault)).isEqualTo(Reason.TRUNCATED));
        assertThat(second.asked()).isEmpty();
        assertThat(use.isGivenUp()).isTrue();
        fails(chain, use, Reason.RESTING);
        assertThat(first.asked()).hasSize(1);
        StepVerifier.create(chain.stream(PROMPT, new ModelUse("c"))).expectNext("Ett. ")
                .verifyError(ModelUnavailable.class);
    }

    @Test
    void whenTheLastOneHasFailedTheQuestionAsksNothingMore() {
        ScriptedModel first = failing(FIRST, Reason.TIMEOUT);
        ScriptedModel second = failing(SECOND, Reason.REFUSED);
        LanguageModel chain = chain(first, second);
        fails(chain, use, Reason.REFUSED);
        assertThat(use.calls()).extracting(Call::end).containsExactly("TIMEOUT", "REFUSED");
        assertThat(use.isGivenUp()).isTrue();
        fails(chain, use, Reason.RESTING);
        assertThat(first.asked()).hasSize(1);
        assertThat(second.asked()).hasSize(1);
        assertThat(use.calls()).as("what was not asked is not recorded").hasSize(2);
    }

    @Test
    void aRestingModelIsPassedOver() {
        ScriptedModel first = ScriptedModel.streaming(FIRST, () -> Flux
                .error(new ModelUnavailable(Reason.OVERLOADED, Duration.ofSeconds(30), null)));
        LanguageModel chain = chain(first, saying(SECOND, "Två."));
        for (int question = 0; question < 3; question++) {
            StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Två.").verifyComplete();
        }
        assertThat(first.asked()).hasSize(1);
        clock.move(Duration.ofSeconds(30));
        StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Två.").verifyComplete();
        assertThat(first.asked()).as("after its rest").hasSize(2);
    }

    @Test
    @Timeout(30)
    void aModelWhoseBreakerOpenedIsAskedAgainAfterItsRestThoughAnotherStandsIn() {
        Flux<String>[] parts = one(Flux.error(new ModelUnavailable(Reason.FAULT, null)));
        ScriptedModel first = ScriptedModel.streaming(FIRST, () -> parts[0]);
        LanguageModel chain = chain(
                Models.properties("rest", "20ms", "calls-per-minute", 1_000_000, "tokens-per-day", 1L << 40),
                first, saying(SECOND, "Två."));
        for (int question = 0; question < 5; question++) {
            StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Två.").verifyComplete();
        }
        assertThat(models.status().get().models().getFirst().breaker()).isNotEqualTo("CLOSED");
        parts[0] = Flux.just("Ett.");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                Objects.requireNonNull(chain.stream(PROMPT, use).blockLast())).isEqualTo("Ett."));
        assertThat(models.status().get().models().getFirst())
                .isEqualTo(new ModelStatus.Model(FIRST, true, "CLOSED", null));
    }

    @Test
    void whatIsAskedAndWhatIsAnsweredIsSpent() {
        LanguageModel chain = chain(Models.properties("tokens-per-day", 1_000),
                saying(FIRST, "x".repeat(150), "y".repeat(150)));
        StepVerifier.create(chain.stream(PROMPT, use)).expectNextCount(2).verifyComplete();
        assertThat(models.status().get().tokensLeft()).isEqualTo(1_000 - COST - 100);
        assertThat(meters.get("lotsen.model.tokens.left").gauge().value()).isEqualTo(800);
    }

    @Test
    void anAnswerThatWasGivenUpIsPaidAsFarAsItCame() {
        LanguageModel chain = chain(Models.properties("tokens-per-day", 1_000), ScriptedModel
                .streaming(FIRST, () -> Flux.just("x".repeat(300)).concatWith(Flux.never())));
        StepVerifier.create(chain.stream(PROMPT, use)).expectNextCount(1).thenCancel().verify();
        assertThat(models.status().get().tokensLeft()).isEqualTo(1_000 - COST - 100);
        assertThat(use.calls()).containsExactly(new Call(FIRST, "answer.sv@1", "CANCELLED"));
        assertThat(use.isGivenUp()).isFalse();
    }

    @Test
    void aModelThatIsDownForHoursEatsNoBudget() {
        ScriptedModel first = failing(FIRST, Reason.UNREACHABLE);
        LanguageModel chain = chain(Models.properties("tokens-per-day", 10_000, "rest", "1h",
                "calls-per-minute", 6), first);
        for (int question = 0; question < 1_000; question++) {
            fails(chain, new ModelUse("c"), question < 5 ? Reason.UNREACHABLE : Reason.RESTING);
        }
        assertThat(first.asked()).hasSize(5);
        assertThat(models.status().get().tokensLeft()).isEqualTo(10_000 - 5 * COST);
    }

    @Test
    void aSpentBudgetAsksNobodyAndEndsTheQuestion() {
        ScriptedModel first = saying(FIRST, "Ett.");
        ScriptedModel second = saying(SECOND, "Två.");
        LanguageModel chain = chain(Models.properties("tokens-per-day", COST - 1), first, second);
        fails(chain, use, Reason.BUDGET_SPENT);
        assertThat(first.asked()).isEmpty();
        assertThat(second.asked()).isEmpty();
        assertThat(use.calls()).extracting(Call::end).containsExactly("BUDGET_SPENT");
        assertThat(use.isGivenUp()).isTrue();
    }

    @Test
    void whoAsksTooOftenIsRefusedAndAnotherIsNot() {
        LanguageModel chain = chain(Models.properties("calls-per-minute", 1), saying(FIRST, "Ett."));
        StepVerifier.create(chain.stream(PROMPT, use)).expectNext("Ett.").verifyComplete();
        fails(chain, use, Reason.TOO_OFTEN);
        StepVerifier.create(chain.stream(PROMPT, new ModelUse("d"))).expectNext("Ett.").verifyComplete();
    }

    @Test
    void everyCallIsCountedByModelAndEnd() {
        LanguageModel chain = chain(failing(FIRST, Reason.FAULT), saying(SECOND, "Två."));
        chain.stream(PROMPT, use).blockLast();
        chain.stream(PROMPT, use).blockLast();
        assertThat(counted()).isEqualTo(Map.of(FIRST + " FAULT", 2.0, SECOND + " COMPLETE", 2.0));
    }

    @Test
    void theStatusNamesEveryModelAndItsLastFault() {
        LanguageModel chain = chain(failing(FIRST, Reason.REFUSED), saying(SECOND, "Två."));
        chain.stream(PROMPT, use).blockLast();
        assertThat(models.status().get().models()).containsExactly(
                new ModelStatus.Model(FIRST, true, "CLOSED", Reason.REFUSED),
                new ModelStatus.Model(SECOND, true, "CLOSED", null));
    }

    @Test
    void withoutAModelThereIsNoneAndNothingToAsk() {
        GuardedModels none = GuardConfiguration.guarded(Models.properties(), backend -> {
            throw new AssertionError("connected to " + backend);
        }, clock, meters);
        assertThat(none.model()).isEmpty();
        assertThat(none.status().get().models()).isEmpty();
    }

    private Map<String, Double> counted() {
        return meters.find("lotsen.model.calls").counters().stream().collect(Collectors.toMap(
                counter -> counter.getId().getTag("model") + " " + counter.getId().getTag("end"),
                Counter::count));
    }

    private static ScriptedModel saying(String id, String... parts) {
        return ScriptedModel.streaming(id, () -> Flux.fromArray(parts));
    }

    private static ScriptedModel failing(String id, Reason reason) {
        return ScriptedModel.streaming(id, () -> Flux.error(new ModelUnavailable(reason, null)));
    }

    private static void fails(LanguageModel model, ModelUse use, Reason reason) {
        Throwable fault = Mono.from(model.stream(PROMPT, use).ignoreElements()).materialize()
                .map(signal -> Objects.requireNonNull(signal.getThrowable())).block();
        assertThat(reason(Objects.requireNonNull(fault))).isEqualTo(reason);
    }

    private static Reason reason(Throwable fault) {
        return ((ModelUnavailable) fault).reason();
    }

    private LanguageModel chain(ScriptedModel... models) {
        return chain(Models.properties(), models);
    }

    /** The real wiring, with its real breakers, over models that are none. */
    private LanguageModel chain(ModelProperties limits, ScriptedModel... scripted) {
        List<Object> set = new java.util.ArrayList<>(List.of("tokens-per-day", limits.tokensPerDay(),
                "rest", limits.rest(), "tokens-per-day-per-conversation", 1L << 40, "calls-per-minute",
                limits.callsPerMinute(), "provider", "ollama",
                "name", "first", "base-url", "http://localhost:1"));
        for (int i = 1; i < scripted.length; i++) {
            String fallback = "fallbacks[" + (i - 1) + "].";
            set.addAll(List.of(fallback + "provider", "ollama", fallback + "name", "second",
                    fallback + "base-url", "http://localhost:1"));
        }
        models = GuardConfiguration.guarded(Models.properties(set.toArray()),
                backend -> scripted[backend.name().equals("first") ? 0 : 1], clock, meters);
        return models.model().orElseThrow();
    }

    @SafeVarargs
    private static <T> T[] one(T... value) {
        return value;
    }
}
