package se.lotsen.languagemodel.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.languagemodel.PromptName;
import se.lotsen.languagemodel.Utterance;
import se.lotsen.languagemodel.Utterance.Slip;
import se.lotsen.languagemodel.ValueTokens;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.languagemodel.Writer;

/** The voice of a language model: numbered passages go out, whole cited sentences come back. */
final class WrittenVoice implements Writer {
    /** A plain answer is a tenth of it; beyond, the model does not end. */
    private static final int MOST_CHARACTERS = 12_000;

    /** What the prompt has a model write when the passages do not answer; {@code prompts/answer.sv.md} says so too. */
    static final String NO_ANSWER = "INGET SVAR";

    private final LanguageModel model;
    private final PromptLibrary prompts;
    private final ModelProperties properties;

    /** A voice of the model. */
    WrittenVoice(LanguageModel model, PromptLibrary prompts, ModelProperties properties) {
        this.model = model;
        this.prompts = prompts;
        this.properties = properties;
    }

    @Override
    public Flux<Utterance> write(VoiceRequest request, ModelUse use) {
        return Flux.defer(() -> {
            List<Passage> given = given(request);
            ValueTokens values = new ValueTokens();
            Prompt prompt = prompts.prompt(PromptName.ANSWER,
                    Map.of("question", oneLine(request.question().value()), "passages",
                            numbered(given, values)),
                    properties.maxAnswerTokens());
            SentenceStream sentences = new SentenceStream();
            int[] characters = {0};
            Flux<SentenceStream.Cited> whole = model.stream(prompt, use).concatMapIterable(part -> {
                characters[0] += part.length();
                if (characters[0] > MOST_CHARACTERS) {
                    throw new ModelUnavailable(ModelUnavailable.Reason.FLOOD, null);
                }
                return sentences.add(part);
            });
            return Flux.concat(List.of(whole, Flux.defer(() -> Flux.fromIterable(sentences.end()))))
                    .filter(cited -> !isNoAnswer(cited.text()))
                    .map(cited -> utterance(cited, given, values));
        });
    }

    private static boolean isNoAnswer(String text) {
        return text.replaceAll("[^\\p{L} ]", "").strip().equalsIgnoreCase(NO_ANSWER);
    }

    /** The best passages, as many as the prompt may hold; the first one always. */
    private List<Passage> given(VoiceRequest request) {
        List<Passage> given = new ArrayList<>();
        int words = 0;
        for (VoiceRequest.RankedText ranked : request.passages()) {
            int more = ranked.passage().text().split("\\s+").length;
            if (given.isEmpty() || words + more <= properties.maxPassageWords()) {
                given.add(ranked.passage());
                words += more;
            }
        }
        return given;
    }

    private static String numbered(List<Passage> passages, ValueTokens values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            text.append('[').append(i + 1).append("] ").append(safe(passage.pageTitle(), values));
            passage.headings().forEach(heading -> text.append(" – ").append(safe(heading, values)));
            text.append('\n').append(passage.statements().stream().map(Statement::text)
                    .map(statement -> safe(statement, values)).collect(Collectors.joining("\n")))
                    .append("\n\n");
        }
        return text.toString().strip();
    }

    /** A text in which nothing can be taken for the prompt's own marks. */
    private static String safe(String text, ValueTokens values) {
        return values.hidden(oneLine(text));
    }

    static String oneLine(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\[(\\d+)]", "($1)").replace('{', '(')
                .replace('}', ')').strip();
    }

    private static Utterance utterance(SentenceStream.Cited cited, List<Passage> given, ValueTokens values) {
        String text = ModelText.plain(cited.text());
        Optional<Slip> slip = text.isEmpty() ? Optional.of(Slip.FRAGMENT) : ModelText.slip(text);
        if (slip.isPresent() || cited.cited().isEmpty()) {
            return new Utterance(text, List.of(), slip.orElse(Slip.NO_CITATION));
        }
        if (cited.cited().stream().anyMatch(number -> number < 1 || number > given.size())) {
            return new Utterance(text, List.of(), Slip.UNKNOWN_CITATION);
        }
        List<Passage> passages = cited.cited().stream().distinct().map(number -> given.get(number - 1))
                .toList();
        return values.shown(text)
                .map(whole -> new Utterance(whole, passages, null))
                .orElseGet(() -> new Utterance(text, List.of(), Slip.UNKNOWN_VALUE));
    }
}
