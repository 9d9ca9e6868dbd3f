package se.lotsen.security;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.LotsenApplication;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.answering.EarlierTurn;
import se.lotsen.answering.Question;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Passage;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.TownClock;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Wire;

/** The product without its web, as the commands run it, with a model over a real wire. */
public final class Assistant implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final AnswerPipeline pipeline;
    private final PersonalDataMask mask;
    private final LanguageIdentifier languages;
    private final Duration tooLong;

    private Assistant(ConfigurableApplicationContext context, Duration tooLong) {
        this.tooLong = tooLong;
        this.context = context;
        this.pipeline = context.getBean(AnswerPipeline.class);
        this.mask = context.getBean(PersonalDataMask.class);
        this.languages = context.getBean(LanguageIdentifier.class);
    }

    /** What it is started with. */
    public static final class Setup {
        private final Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "lotsen.model.calls-per-minute", "1000000000",
                "lotsen.model.tokens-per-day", "1000000000000",
                "lotsen.model.tokens-per-day-per-conversation", "1000000000000"));

        private Duration tooLong = Duration.ofSeconds(30);

        /** How long whoever asks waits for an answer. */
        public Setup patient(Duration tooLong) {
            this.tooLong = tooLong;
            return this;
        }

        public Setup with(String property, Object value) {
            properties.put(property, value.toString());
            return this;
        }

        public Setup knowledge(Path folder) {
            return with("lotsen.knowledge.dir", folder);
        }

        public Setup model(ModelServer server, Wire wire) {
            return with("lotsen.model.provider", wire.provider())
                    .with("lotsen.model.base-url", server.baseUrl(wire))
                    .with("lotsen.model.name", "stub").with("lotsen.model.api-key", "test-key");
        }

        public Assistant start() {
            SpringApplication spring = new SpringApplication(LotsenApplication.class,
                    ServiceTest.Standing.class);
            spring.setWebApplicationType(WebApplicationType.NONE);
            spring.setAdditionalProfiles("command");
            spring.setLogStartupInfo(false);
            List<String> arguments = new ArrayList<>();
            properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
            return new Assistant(spring.run(arguments.toArray(String[]::new)), tooLong);
        }
    }

    public static Setup setup() {
        return new Setup();
    }

    /** Asks one question after the other in one conversation. */
    public Given ask(String... questions) {
        Talk talk = new Talk();
        Given given = null;
        for (String question : questions) {
            given = talk.ask(question);
        }
        return given;
    }

    public Talk talk() {
        return new Talk();
    }

    /** The addresses of the passages that it knows now. */
    public Set<String> passages() {
        return context.getBean(KnowledgeWatch.class).library().pages().values().stream()
                .flatMap(page -> page.passages().stream()).map(Passage::url).collect(Collectors.toSet());
    }

    /** Takes over what has changed in the folder of the knowledge base. */
    void look() {
        context.getBean(KnowledgeWatch.class).look();
    }

    /** The town's clock goes on by this much. */
    void pass(Duration time) {
        TownClock clock = (TownClock) context.getBean(Clock.class);
        clock.set(clock.instant().plus(time));
    }

    /** A text as it is kept: without what the mask takes for personal data. */
    String masked(String text) {
        return mask.mask(text).value();
    }

    ConfiguredModel models() {
        return context.getBean(ConfiguredModel.class);
    }

    /** A conversation. */
    public final class Talk {
        private final List<ConversationEvent> log = new ArrayList<>();
        private int asked;

        public Given ask(String raw) {
            MaskedText text = mask.mask(raw);
            Question question = new Question(text, languages.identify(text.withoutPlaceholders()), ++asked,
                    EarlierTurn.of(log));
            long begun = System.nanoTime();
            List<AnswerEvent> events = pipeline.answer(question).collectList().block(tooLong);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            log.add(new ConversationEvent.QuestionAsked(text, question.language()));
            events.forEach(event -> log.add(event.event()));
            return new Given(text, events, took);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
