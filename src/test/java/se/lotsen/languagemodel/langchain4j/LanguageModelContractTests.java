package se.lotsen.languagemodel.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;
import se.lotsen.testing.model.ModelRequest;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.ReceivedCall;
import se.lotsen.testing.model.ReceivedCall.End;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Script.Ending;
import se.lotsen.testing.model.Wire;

/** What every provider's model must do, whatever its protocol: over a real wire, as the product makes it. */
class LanguageModelContractTests {
    private static final String KEY = "sk-contract-4711";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Prompt PROMPT = new Prompt("answer.sv@1", "Svara kort.",
            "Fråga: Vad kostar ett bad på ön?", 50);
    private static final Script GOOD = Script.inParts("Ett bad ", "är på åtta ", "meter.");

    private final ModelServer server = ModelServer.start(request -> GOOD);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void theTextComesInPartsAndItsEndMarkCompletesIt(Wire wire) {
        assertThat(texts(wire)).containsExactly("Ett bad ", "är på åtta ", "meter.");
        assertThat(server.calls()).hasSize(1).first().satisfies(call -> {
            assertThat(call.request()).isEqualTo(new ModelRequest(wire, PROMPT.system(), PROMPT.user()));
            assertThat(call.version()).isEqualTo("HTTP/1.1");
            assertThat(call.header("upgrade")).isEmpty();
            assertThat(call.header("http2-settings")).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void aPartComesAtOnceNotWithTheEnd(Wire wire) {
        server.behave(request -> GOOD.first(1).ending(Ending.STALL));
        assertThat(model(wire).stream(PROMPT, use()).blockFirst(SOON)).isEqualTo("Ett bad ");
        assertThat(server.calls().getFirst().end(SOON)).isEqualTo(End.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void theKeyTravelsInItsHeaderAndNowhereElse(Wire wire) {
        texts(wire);
        ReceivedCall call = server.calls().getFirst();
        Map<String, String> holding = call.headers().entrySet().stream()
                .filter(header -> header.getValue().contains(KEY))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(holding).isEqualTo(switch (wire) {
            case OPENAI, MISTRAL, OLLAMA -> Map.of("authorization", "Bearer " + KEY);
            case AZURE -> Map.of("api-key", KEY);
            case ANTHROPIC -> Map.of("x-api-key", KEY);
            case GEMINI -> Map.of("x-goog-api-key", KEY);
        });
        assertThat(call.path() + call.body()).doesNotContain(KEY);
        assertThat(model(wire).toString() + properties(wire)).doesNotContain(KEY);
    }

    static List<Arguments> unfinished() {
        return crossed(Ending.NO_END_MARK, Ending.CUT, Ending.RESET, Ending.HALF_CHARACTER);
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void withoutItsEndMarkAStreamIsTruncated(Wire wire, Ending ending) {
        server.behave(request -> GOOD.ending(ending));
        // Half a letter also breaks the frame that it stands in.
        assertThat(failure(wire).reason()).isIn(
                ending == Ending.HALF_CHARACTER
                        ? List.of(Reason.TRUNCATED, Reason.FAULT)
                        : List.of(Reason.TRUNCATED));
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void whatIsNoStreamIsAFault(Wire wire) {
        server.behave(request -> Script.page());
        assertThat(failure(wire).reason()).isIn(Reason.TRUNCATED, Reason.FAULT);
        server.behave(request -> GOOD.ending(Ending.BROKEN_JSON));
        assertThat(failure(wire).reason()).isIn(Reason.TRUNCATED, Reason.FAULT);
        assertThat(server.count()).isEqualTo(2);
    }

    static List<Arguments> statuses() {
        return java.util.Arrays.stream(Wire.values()).flatMap(wire -> java.util.stream.Stream.of(
                Arguments.of(wire, 429, Reason.OVERLOADED), Arguments.of(wire, 503, Reason.OVERLOADED),
                Arguments.of(wire, 529, Reason.OVERLOADED), Arguments.of(wire, 500, Reason.FAULT),
                Arguments.of(wire, 502, Reason.FAULT), Arguments.of(wire, 400, Reason.REFUSED),
                Arguments.of(wire, 401, Reason.REFUSED), Arguments.of(wire, 404, Reason.REFUSED))).toList();
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aRefusalIsNamedAndNotRepeated(Wire wire, int status, Reason reason) {
        server.behave(request -> Script.refusing(status));
        ModelUnavailable fault = failure(wire);
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.getMessage()).doesNotContain(Script.REFUSAL);
        assertThat(server.count()).as("requests for one call").isEqualTo(1);
    }

    static List<Arguments> waits() {
        return java.util.Arrays.stream(Wire.values()).flatMap(
                wire -> java.util.stream.Stream.of(Arguments.of(wire, 429), Arguments.of(wire, 503)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("waits")
    void howLongAProviderWantsToBeLeftAloneIsKept(Wire wire, int status) {
        server.behave(request -> Script.refusing(status).header("Retry-After", "7"));
        assertThat(failure(wire).retryAfter()).hasValue(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void cancellingBeforeTheFirstPartReachesTheServer(Wire wire) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        server.behave(request -> {
            asked.countDown();
            return GOOD.first(0).ending(Ending.STALL);
        });
        Disposable call = model(wire).stream(PROMPT, use()).subscribe(part -> {
        }, fault -> {
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        call.dispose();
        assertThat(server.calls().getFirst().end(SOON)).isEqualTo(End.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void cancellingInTheMiddleReachesTheServer(Wire wire) {
        server.behave(request -> GOOD.ending(Ending.FLOOD));
        assertThat(model(wire).stream(PROMPT, use()).take(20).count().block(SOON)).isEqualTo(20);
        assertThat(server.calls().getFirst().end(SOON)).isEqualTo(End.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void aPartThatIsNoPartIsAFlood(Wire wire) {
        server.behave(request -> Script.inParts("å".repeat(5_000_000)));
        assertThat(failure(wire).reason()).isEqualTo(Reason.FLOOD);
        server.behave(request -> GOOD.ending(Ending.FLOOD));
        assertThat(failure(wire).reason()).isEqualTo(Reason.FLOOD);
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void aServerThatIsNotThereIsUnreachable(Wire wire) {
        LanguageModel model = model(wire);
        server.close();
        assertThat(failure(model).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    private static List<Arguments> crossed(Ending... endings) {
        return java.util.Arrays.stream(Wire.values()).flatMap(wire -> java.util.Arrays.stream(endings)
                .map(ending -> Arguments.of(wire, ending))).toList();
    }

    private List<String> texts(Wire wire) {
        return model(wire).stream(PROMPT, use()).collectList().block(SOON);
    }

    private ModelUnavailable failure(Wire wire) {
        return failure(model(wire));
    }

    private static ModelUnavailable failure(LanguageModel model) {
        Throwable fault = model.stream(PROMPT, use())
                .then(Mono.<Throwable>just(new AssertionError("no fault")))
                .onErrorResume(Mono::just).block(SOON);
        assertThat(fault).isInstanceOf(ModelUnavailable.class);
        return (ModelUnavailable) fault;
    }

    private static ModelUse use() {
        return new ModelUse("contract");
    }

    private LanguageModel model(Wire wire) {
        ModelProperties properties = properties(wire);
        return new LanguageModelConfiguration().modelWiring(properties)
                .connect(properties.backends().getFirst());
    }

    private ModelProperties properties(Wire wire) {
        return new Binder(
                new MapConfigurationPropertySource(Map.of("lotsen.model.provider", wire.provider().name(),
                        "lotsen.model.base-url", server.baseUrl(wire), "lotsen.model.name", "stub",
                        "lotsen.model.api-key", KEY,
                        "lotsen.model.total-timeout", "20s")))
                .bind("lotsen.model", ModelProperties.class).get();
    }
}
