package se.lotsen.languagemodel.guarded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;
import se.lotsen.testing.Models;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.ScriptedModel;

@Isolated
class GuardedLanguageModelTests {
    private static final Prompt PROMPT = new Prompt("answer.sv@1", "Regler.", "Fråga", 400);
    private static final ModelProperties LIMITS = Models.properties("first-token-timeout", "4s",
            "idle-timeout", "3s", "total-timeout", "20s", "max-concurrent", 2);

    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final CircuitBreaker breaker = CircuitBreaker.of("model", GuardConfiguration.breaker(LIMITS));
    private final Bulkhead bulkhead = Bulkhead.of("model",
            BulkheadConfig.custom().maxConcurrentCalls(2).maxWaitDuration(Duration.ZERO).build());

    @Test
    void partsComeThroughAsTheyCome() {
        ScriptedModel model = ScriptedModel.saying("Det ", "är ", "öppet.");
        GuardedLanguageModel guarded = guarded(model);
        StepVerifier.create(guarded.stream(PROMPT, use())).expectNext("Det ", "är ", "öppet.")
                .verifyComplete();
        assertThat(model.asked()).containsExactly(PROMPT);
        assertThat(guarded.id()).isEqualTo(model.id());
        assertThat(guarded.lastFault()).isEmpty();
        assertThat(breaker.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(1);
    }

    @Test
    void theFirstWordHasADeadline() {
        timesOut(Flux::never, Duration.ofSeconds(4));
    }

    @Test
    void everyFurtherWordHasADeadline() {
        timesOut(() -> Flux.just("Det ").concatWith(Flux.never()), Duration.ofSeconds(3));
        timesOut(() -> Flux.just("Det ").delaySequence(Duration.ofSeconds(3)).concatWith(Flux.never()),
                Duration.ofSeconds(6));
    }

    @Test
    void theEndHasADeadlineHoweverSteadilyWordsCome() {
        timesOut(() -> Flux.interval(Duration.ofSeconds(2)).map(n -> "ord "), Duration.ofSeconds(20));
    }

    @Test
    void wordsWithinTheDeadlinesAreNoFault() {
        StepVerifier.withVirtualTime(() -> guarded(ScriptedModel.streaming("m",
                () -> Flux.interval(Duration.ofMillis(3_900), Duration.ofMillis(2_900)).map(n -> "ord ")
                        .take(5)))
                .stream(PROMPT, use()))
                .thenAwait(Duration.ofSeconds(20)).expectNextCount(5).verifyComplete();
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = {"UNREACHABLE", "TIMEOUT", "OVERLOADED", "FAULT", "REFUSED",
            "TRUNCATED", "FLOOD"})
    void afterAtMostFiveFailedCallsNothingMoreIsAsked(Reason reason) {
        ScriptedModel model = ScriptedModel.failing(reason);
        GuardedLanguageModel guarded = guarded(model);
        for (int call = 0; call < 5; call++) {
            fails(guarded, reason);
        }
        for (int call = 0; call < 10; call++) {
            fails(guarded, Reason.RESTING);
        }
        assertThat(model.asked()).hasSize(5);
        assertThat(guarded.isAvailable()).isFalse();
        assertThat(guarded.state()).isEqualTo("OPEN");
        assertThat(guarded.lastFault()).hasValue(reason);
    }

    @Test
    void afterItsRestOneCallTriesItAndTheOthersWait() {
        Flux<String>[] parts = one(Flux.error(new ModelUnavailable(Reason.FAULT, null)));
        ScriptedModel model = ScriptedModel.streaming("m", () -> parts[0]);
        GuardedLanguageModel guarded = guarded(model);
        for (int call = 0; call < 5; call++) {
            fails(guarded, Reason.FAULT);
        }
        breaker.transitionToHalfOpenState();
        assertThat(guarded.isAvailable()).isTrue();
        parts[0] = Flux.never();
        Disposable trial = guarded.stream(PROMPT, use()).subscribe();
        fails(guarded, Reason.RESTING);
        trial.dispose();
        parts[0] = Flux.just("Öppet.");
        StepVerifier.create(guarded.stream(PROMPT, use())).expectNext("Öppet.").verifyComplete();
        assertThat(guarded.state()).isEqualTo("CLOSED");
        assertThat(guarded.lastFault()).isEmpty();
    }

    @Test
    void aModelThatAsksToBeLeftAloneIsLeftAlone() {
        Flux<String>[] parts = one(Flux.error(
                new ModelUnavailable(Reason.OVERLOADED, Duration.ofSeconds(30), null)));
        ScriptedModel model = ScriptedModel.streaming("m", () -> parts[0]);
        GuardedLanguageModel guarded = guarded(model);
        fails(guarded, Reason.OVERLOADED);
        parts[0] = Flux.just("Öppet.");
        clock.move(Duration.ofSeconds(29));
        fails(guarded, Reason.RESTING);
        assertThat(guarded.isAvailable()).isFalse();
        assertThat(model.asked()).hasSize(1);
        clock.move(Duration.ofSeconds(1));
        assertThat(guarded.isAvailable()).isTrue();
        StepVerifier.create(guarded.stream(PROMPT, use())).expectNext("Öppet.").verifyComplete();
    }

    @Test
    void noModelIsLeftAloneForLongerThanTenMinutes() {
        GuardedLanguageModel guarded = guarded(ScriptedModel.streaming("m", () -> Flux
                .error(new ModelUnavailable(Reason.OVERLOADED, Duration.ofDays(10_000), null))));
        fails(guarded, Reason.OVERLOADED);
        clock.move(Duration.ofMinutes(10));
        assertThat(guarded.isAvailable()).isTrue();
    }

    @Test
    void moreCallsAtOnceThanAllowedAreRefusedUnasked() {
        ScriptedModel model = ScriptedModel.streaming("m", Flux::never);
        GuardedLanguageModel guarded = guarded(model);
        Disposable first = guarded.stream(PROMPT, use()).subscribe();
        guarded.stream(PROMPT, use()).subscribe();
        fails(guarded, Reason.BUSY);
        assertThat(model.asked()).hasSize(2);
        first.dispose();
        guarded.stream(PROMPT, use()).subscribe();
        assertThat(model.asked()).as("a place is free again").hasSize(3);
    }

    @Test
    void aRefusalOfOursTellsTheBreakerNothing() {
        GuardedLanguageModel guarded = guarded(ScriptedModel.streaming("m", Flux::never));
        guarded.stream(PROMPT, use()).subscribe();
        guarded.stream(PROMPT, use()).subscribe();
        for (int call = 0; call < 20; call++) {
            fails(guarded, Reason.BUSY);
        }
        assertThat(guarded.state()).isEqualTo("CLOSED");
        assertThat(guarded.lastFault()).isEmpty();
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void aCallThatWasGivenUpFreesItsPlaceAndTellsNothing() {
        ScriptedModel model = ScriptedModel.streaming("m", Flux::never);
        GuardedLanguageModel guarded = guarded(model);
        for (int call = 0; call < 20; call++) {
            guarded.stream(PROMPT, use()).subscribe().dispose();
        }
        assertThat(model.asked()).hasSize(20);
        assertThat(model.cancelled()).isEqualTo(20);
        assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void everyEndFreesThePlace() {
        fails(guarded(ScriptedModel.failing(Reason.TRUNCATED, "Det ")), Reason.TRUNCATED);
        StepVerifier.create(guarded(ScriptedModel.saying("Det ")).stream(PROMPT, use())).expectNext("Det ")
                .verifyComplete();
        fails(guarded(ScriptedModel.streaming("m", () -> {
            throw new IllegalStateException("before it began");
        })), Reason.FAULT);
        assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
    }

    @Test
    void aModelThatThrowsInsteadOfSignallingIsCounted() {
        GuardedLanguageModel guarded = guarded(new se.lotsen.languagemodel.LanguageModel() {
            @Override
            public String id() {
                return "throwing";
            }

            @Override
            public Flux<String> stream(Prompt prompt, ModelUse use) {
                throw new IllegalStateException("before it began");
            }
        });
        fails(guarded, Reason.FAULT);
        assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @Test
    void whateverElseGoesWrongIsAFault() {
        fails(guarded(ScriptedModel.streaming("m", () -> Flux.error(new NullPointerException("ours")))),
                Reason.FAULT);
    }

    @Test
    void nothingIsAskedUntilSomebodyListensAndThenOnceForEach() {
        ScriptedModel model = ScriptedModel.failing(Reason.FAULT);
        Flux<String> call = guarded(model).stream(PROMPT, use());
        assertThat(model.asked()).isEmpty();
        StepVerifier.create(call).verifyError(ModelUnavailable.class);
        assertThat(model.asked()).hasSize(1);
    }

    private void timesOut(Supplier<Flux<String>> parts, Duration after) {
        ScriptedModel model = ScriptedModel.streaming("m", parts);
        StepVerifier.withVirtualTime(() -> guarded(model).stream(PROMPT, use()).ignoreElements())
                .expectSubscription().expectNoEvent(after.minusMillis(1)).thenAwait(Duration.ofMillis(1))
                .verifyErrorSatisfies(fault -> assertThat(((ModelUnavailable) fault).reason())
                        .isEqualTo(Reason.TIMEOUT));
        assertThat(model.cancelled()).as("the model hears of it").isPositive();
        assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
    }

    private static void fails(GuardedLanguageModel model, Reason reason) {
        Throwable fault = Mono.from(model.stream(PROMPT, use()).ignoreElements()).materialize()
                .map(signal -> Objects.requireNonNull(signal.getThrowable())).block();
        assertThat(fault).isInstanceOfSatisfying(ModelUnavailable.class,
                known -> assertThat(known.reason()).isEqualTo(reason));
    }

    private GuardedLanguageModel guarded(se.lotsen.languagemodel.LanguageModel model) {
        return new GuardedLanguageModel(model, LIMITS, breaker, bulkhead, clock, Schedulers.parallel());
    }

    private static ModelUse use() {
        return new ModelUse("c");
    }

    @SafeVarargs
    private static <T> T[] one(T... value) {
        return value;
    }
}
