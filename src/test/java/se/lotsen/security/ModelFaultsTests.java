package se.lotsen.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.model.FaultyModel;
import se.lotsen.testing.model.FaultyModel.Kind;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Wire;

/**
 * Whatever a model does instead of answering, every question has its end in time. Some hundred questions run with every
 * build; more with {@code -Dlotsen.faults=10000}.
 */
class ModelFaultsTests {
    private static final int QUESTIONS = Integer.getInteger("lotsen.faults", 340);
    private static final Duration WHOLE = Duration.ofMillis(600);
    private static final Duration BEYOND = Duration.ofMillis(1500);
    private static final Duration REST_ASKED_FOR = Duration.ofSeconds(2);
    private static final int FEWEST_TO_OPEN = 5;
    private static final double MOST_CALLS = 1.1;
    private static final int AT_ONCE = 4;

    private final List<String> questions = Library.read(KnowledgeFiles.shipped()).pages().values().stream()
            .flatMap(page -> page.metadata().questions().stream()).toList();

    /** The breaker may try again at once here, so that as many questions as possible meet the fault itself. */
    @Test
    void everyQuestionEndsInTimeWhateverTheModelDoes() throws InterruptedException {
        try (ModelServer server = ModelServer.start(new GoodModel());
                Assistant assistant = setup(server, Duration.ofMillis(1)).start()) {
            server.onlyCount();
            ask(assistant, 60);
            int each = Math.max(1, QUESTIONS / Kind.values().length);
            List<Given> all = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                server.behave(new FaultyModel(kind));
                server.forget();
                assistant.pass(REST_ASKED_FOR);
                List<Given> given = ask(assistant, each);
                met(kind.name(), given, server.count(), each);
                all.addAll(given);
            }
            long late = late(all);
            System.out.printf("| model faults, all | %d questions | p99 beyond the deadline %d ms |%n",
                    all.size(), late);
            assertThat(late).as("p99 beyond the deadline, ms").isLessThanOrEqualTo(BEYOND.toMillis());
        }
    }

    @Test
    void aModelThatIsNotThereIsGivenUpAfterFiveCalls() throws InterruptedException {
        ModelServer server = ModelServer.start(request -> Script.refusing(500));
        try (Assistant assistant = setup(server, Duration.ofHours(1)).start()) {
            server.onlyCount();
            int each = Math.max(50, QUESTIONS / Kind.values().length);
            List<Given> given = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                given.add(assistant.ask(questions.get(n % questions.size())));
            }
            assertThat(server.count()).as("calls until the breaker opened")
                    .isLessThanOrEqualTo(FEWEST_TO_OPEN);
            System.out.printf("| calls of a model that answers 500, until it is left alone | %d |%n",
                    server.count());
            server.close();
            met("MODEL_OFF", ask(assistant, each), 0, each);
            assertThat(assistant.models().status().models().getFirst().available()).isFalse();
        }
    }

    @Test
    void whenItIsBackItIsUsedAgain() throws InterruptedException {
        try (ModelServer server = ModelServer.start(request -> Script.refusing(500));
                Assistant assistant = setup(server, Duration.ofMillis(1)).start()) {
            for (int n = 0; n < 10; n++) {
                assistant.ask(questions.get(n));
            }
            server.behave(new GoodModel());
            List<Given> after = ask(assistant, 20);
            assertThat(
                    after.stream().filter(given -> given.explanation().voice().startsWith("written")).count())
                    .isPositive();
        }
    }

    private static Assistant.Setup setup(ModelServer server, Duration rest) {
        return Assistant.setup().model(server, Wire.OPENAI).with("lotsen.model.first-token-timeout", "300ms")
                .with("lotsen.model.idle-timeout", "200ms").with("lotsen.model.total-timeout", "600ms")
                .with("lotsen.model.connect-timeout", "300ms")
                .with("lotsen.model.rest", rest.toMillis() + "ms")
                .with("lotsen.model.max-concurrent", AT_ONCE);
    }

    private List<Given> ask(Assistant assistant, int count) throws InterruptedException {
        try (ExecutorService citizens = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Given>> asked = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                String question = questions.get(n % questions.size());
                asked.add(citizens.submit(() -> assistant.ask(question)));
            }
            List<Given> given = new ArrayList<>();
            for (Future<Given> one : asked) {
                given.add(one.get());
            }
            return given;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static long late(List<Given> given) {
        return Math.max(0,
                given.stream().map(Given::took).sorted().skip((long) Math.floor(0.99 * (given.size() - 1)))
                        .findFirst().orElseThrow().minus(WHOLE).toMillis());
    }

    private static void met(String kind, List<Given> given, int calls, int asked) {
        long late = late(given);
        long answered = given.stream().filter(one -> one.outcome().kind() == AnswerKind.ANSWERED).count();
        System.out.printf(Locale.ROOT,
                "| model fault %s | %d questions | %d ended | %d answered | %.2f calls each | p99 beyond the deadline %d ms |%n",
                kind, asked, given.stream().filter(one -> one.ends() == 1 && one.endsWithItsEnd()).count(),
                answered,
                calls / (double) asked, late);
        assertThat(given).as(kind).allSatisfy(one -> {
            assertThat(one.ends()).isEqualTo(1);
            assertThat(one.endsWithItsEnd()).isTrue();
            assertThat(one.outcome().kind()).isNotEqualTo(AnswerKind.FAILED);
        });
        assertThat(calls / (double) asked).as(kind + ": calls for one question")
                .isLessThanOrEqualTo(MOST_CALLS);
    }
}
