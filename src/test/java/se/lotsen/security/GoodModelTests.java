package se.lotsen.security;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

import se.lotsen.testing.model.AnswerPrompt;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelRequest;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Wire;

/**
 * A model that says what the passages in its prompt say, cited, is heard. A guard that released nothing would meet every other
 * claim of this package.
 */
@Execution(ExecutionMode.CONCURRENT)
class GoodModelTests {
    private static final double LEAST = 0.95;
    private static final int SENTENCES = 500;
    private static final Pattern CITATION = Pattern.compile(" \\[\\d+]$");
    private static final Pattern TOKEN = Pattern.compile("\\{[^}]+}");

    private final Tally tally = new Tally();
    private List<String> said = List.of();

    @Test
    void whatItSaysIsReleased() throws IOException {
        Library library = Library.read(KnowledgeFiles.shipped());
        try (ModelServer server = ModelServer.start(this::remembered);
                Assistant assistant = Assistant.setup().model(server, Wire.OPENAI).start()) {
            Stream.concat(
                    library.pages().values().stream().flatMap(page -> page.metadata().questions().stream()),
                    library.pages().values().stream().flatMap(page -> page.metadata().phrasings().stream()))
                    .takeWhile(question -> tally.all() < SENTENCES)
                    .forEach(question -> {
                        said = List.of();
                        count(assistant.ask(question));
                    });
        }
        System.out.println(tally.row("sentences of the scripted good model released"));
        assertThat(tally.all()).isGreaterThanOrEqualTo(SENTENCES);
        assertThat(1 - tally.missed() / (double) tally.all()).as("released; not: " + tally.notes())
                .isGreaterThanOrEqualTo(LEAST);
    }

    private Script remembered(ModelRequest request) {
        AnswerPrompt.of(request).ifPresent(prompt -> said = GoodModel.sentences(prompt));
        return new GoodModel().answer(request);
    }

    private void count(Given given) {
        for (String sentence : said) {
            Pattern shown = shown(sentence);
            tally.count(tally.all(), given.sentences().stream()
                    .anyMatch(text -> shown.matcher(text.text()).matches()),
                    sentence + " " + given.explanation().checks().removed());
        }
    }

    /** The sentence without its citation, with any value in the place of a token. */
    private static Pattern shown(String sentence) {
        StringBuilder pattern = new StringBuilder();
        String text = CITATION.matcher(sentence).replaceFirst("");
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            pattern.append(Pattern.quote(text.substring(from, token.start()))).append(".+");
            from = token.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(text.substring(from))).toString());
    }
}
