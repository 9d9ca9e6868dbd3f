package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Passage;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ScriptedModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranslationTests {
    private static final long SEED = Long.getLong("lotsen.seed", 20261128L);
    private static final TranslationCheck CHECK = new TranslationCheck(
            Library.read(KnowledgeFiles.shipped()));
    private static final LanguageIdentifier LANGUAGES = new LanguageIdentifier(
            List.of("sv", "en", "fi", "ar", "so"));
    private static final PromptLibrary PROMPTS = new PromptLibrary(Path.of("prompts"), Clock.systemUTC());
    private static final Passage PASSAGE = aPassage("bygglov").paragraph("Bygglov behövs.").build();
    private static final ResourceBundle LIES = ResourceBundle.getBundle(
            "se.lotsen.evaluation.translation-lies",
            Locale.ROOT);
    private static final String[] SWEDISH = {"Bygglov kostar 2 500 kronor.", "Du får svar inom tio veckor.",
            "Ring 031-390 06 00 före klockan 15.00."};
    private static final String FEE = "A building permit (bygglov) costs {BELOPP1}.";
    private static final String ANSWER = "You will get an answer within ten weeks.";
    private static final String CALL = "Call {TEL1} before 3 pm.";

    private final Speech speech = new Speech("extractive");

    @Test
    void eachLineStandsForItsSentenceWithItsValues() {
        assertThat(texts("en", "[1] " + FEE + "\n[2] " + ANSWER + "\n[3] " + CALL, SWEDISH)).containsExactly(
                "A building permit (bygglov) costs 2 500 kronor.", ANSWER, "Call 031-390 06 00 before 3 pm.");
        assertThat(speech.checks().removed()).isEmpty();
    }

    @Test
    void theModelSeesNoSumNoNumberToCallAndNothingThatTheCitizenWrote() {
        ScriptedModel model = new ScriptedModel(prompt -> Flux.just("[1] x"));
        translated(model, "en", SWEDISH);
        assertThat(model.asked()).singleElement()
                .satisfies(prompt -> assertThat(prompt.system() + prompt.user())
                        .contains("[2] Du får svar inom tio veckor.")
                        .doesNotContain("2 500", "031", "permit please"));
    }

    @Test
    void linesThatAreMissingReorderedOrTooManyDoNoHarm() {
        assertThat(texts("en", "[3] " + CALL + "\n[9] Free for all.\n[1] " + FEE, SWEDISH))
                .containsExactly("A building permit (bygglov) costs 2 500 kronor.", null,
                        "Call 031-390 06 00 before 3 pm.");
        assertThat(texts("en", "[2] " + FEE + "\n[1] " + ANSWER + "\n[3] " + CALL, SWEDISH))
                .as("fewer than half hold").containsOnlyNulls();
    }

    @Test
    void aLineThatDoesNotHoldIsSwedishAndRecorded() {
        assertThat(
                texts("en", "[1] " + FEE + "\n[2] You get an answer within two weeks.\n[3] " + CALL, SWEDISH))
                .contains((String) null, org.assertj.core.data.Index.atIndex(1));
        assertThat(speech.checks().removed()).singleElement().satisfies(removed -> {
            assertThat(removed.sentence()).isEqualTo("You get an answer within two weeks.");
            assertThat(removed.faults()).anyMatch(fault -> fault.startsWith("NUMBER"));
        });
    }

    @Test
    void aLineThatNothingTiesToItsSentenceIsSwedish() {
        assertThat(texts("en", "[1] Bring your own bags.\n[2] " + ANSWER, "Ta med egna kassar.", SWEDISH[1]))
                .containsExactly(null, ANSWER);
        assertThat(speech.checks().removed()).singleElement()
                .satisfies(removed -> assertThat(removed.faults()).containsExactly("UNANCHORED"));
    }

    @Test
    void anotherLanguageThanTheWantedOneIsNotShown() {
        assertThat(texts("fi",
                "[1] A building permit (bygglov) costs {BELOPP1} and nothing else than that.\n[2] "
                        + ANSWER + "\n[3] " + CALL,
                SWEDISH)).containsOnlyNulls();
    }

    @Test
    void withoutAModelOrWithOneThatFailsOrIsStoppedEverythingIsSwedish() {
        Turn turn = turn("en", Mono.never());
        assertThat(Objects
                .requireNonNull(new Translation(Optional.empty(), CHECK, LANGUAGES, Schedulers.immediate())
                        .of(sentences(SWEDISH), turn, speech).block())
                .isTranslated()).isFalse();
        ScriptedModel failing = new ScriptedModel(
                prompt -> ScriptedModel.failing("[1] " + FEE + "\n[2] " + ANSWER));
        assertThat(translated(failing, "en", SWEDISH).isTranslated()).isFalse();
        ScriptedModel silent = new ScriptedModel(prompt -> Flux.never());
        assertThat(Objects.requireNonNull(translation(silent)
                .of(sentences(SWEDISH), turn("en", Mono.just("stop")), speech).block()).isTranslated())
                .isFalse();
    }

    @Test
    void ofALyingTranslatorNothingButItsTrueLinesIsShown() throws IOException {
        Random random = new Random(SEED);
        int planted = 0;
        List<String> shown = new ArrayList<>();
        List<JsonNode> pairs = pairs();
        for (int at = 0; at < pairs.size(); at++) {
            JsonNode pair = pairs.get(at);
            String language = pair.get("lang").asString();
            String own = pair.get("translation").asString();
            JsonNode other = pairs.get((at + 1 + random.nextInt(30)) % pairs.size());
            for (String lie : lies(own, other.get("translation").asString(), language, random)) {
                if (lie.equals(own)) {
                    continue;
                }
                planted++;
                String line = texts(language, "[1] " + lie, pair.get("swedish").asString()).getFirst();
                if (line != null) {
                    shown.add(line);
                }
            }
        }
        assertThat(planted).isGreaterThan(500);
        assertThat(shown).as("seed %d, of %d planted", SEED, planted).isEmpty();
    }

    private static List<String> lies(String own, String other, String language, Random random) {
        List<String> lies = new ArrayList<>(List.of(other, "<i>" + own + "</i>",
                own + " [www.example.org](https://example.org)", own.replaceFirst("\\d(?=\\D*$)",
                        Integer.toString(random.nextInt(10)))));
        for (String kind : List.of("invented", "promises")) {
            String[] sentences = LIES.getString(language + "." + kind).split("\\|");
            String lie = sentences[random.nextInt(sentences.length)];
            lies.add(lie);
            lies.add(own + " " + lie);
        }
        return lies;
    }

    /** Without those that are held out for counting. */
    private static List<JsonNode> pairs() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        return Files.readAllLines(Path.of("knowledge-base/evaluation/translations.jsonl")).stream()
                .map(json::readTree)
                .filter(pair -> Integer.parseInt(pair.get("id").asString().substring(1)) % 3 != 1).toList();
    }

    private List<String> texts(String language, String written, String... swedish) {
        return translated(new ScriptedModel(prompt -> Flux.just(written)), language, swedish).lines().stream()
                .map(Translated.Line::text).toList();
    }

    private Translated translated(ScriptedModel model, String language, String... swedish) {
        return Objects.requireNonNull(translation(model)
                .of(sentences(swedish), turn(language, Mono.never()), speech).block());
    }

    private static Translation translation(ScriptedModel model) {
        return new Translation(Optional.of(new WritingTasks(model, PROMPTS)), CHECK, LANGUAGES,
                Schedulers.immediate());
    }

    private static List<SpokenSentence> sentences(String... swedish) {
        return java.util.Arrays.stream(swedish).map(text -> new SpokenSentence(text, PASSAGE)).toList();
    }

    private static Turn turn(String language, org.reactivestreams.Publisher<?> stop) {
        return new Turn(new Question(masked("a permit please"), language, 1, List.of()), new ModelUse("c"),
                stop);
    }
}
