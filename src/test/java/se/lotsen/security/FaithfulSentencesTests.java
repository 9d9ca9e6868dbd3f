package se.lotsen.security;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.ValueTokens;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.model.AnswerPrompt;
import se.lotsen.testing.model.ModelRequest;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that says a true sentence in its own words, with the right citation, is heard. The sentences were written by people
 * who saw the pages, but not the checks.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaithfulSentencesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double LEAST = Double
            .parseDouble(System.getProperty("lotsen.faithful.least", "0.79"));

    private final Library library = Library.read(KnowledgeFiles.shipped());
    private final Tally tally = new Tally();
    private int notAsked;
    private int notInPrompt;
    private Row current;
    private boolean reached;

    private record Row(int number, Page page, Passage passage, String sentence) {
    }

    @Test
    void trueSentencesInOtherWordsAreReleased() throws IOException {
        try (ModelServer server = ModelServer.start(this::saysTheSentence);
                Assistant assistant = Assistant.setup().model(server, Wire.OPENAI).start()) {
            for (Row row : rows()) {
                current = row;
                measure(row, assistant);
            }
        }
        System.out.println(tally.row("faithful sentences released"));
        System.out.printf(
                "| faithful rows without an answer by the model %d, passage not in the prompt %d |%n",
                notAsked,
                notInPrompt);
        write();
        assertThat(tally.share(false)).as("released, tuned part").isGreaterThanOrEqualTo(LEAST);
    }

    private void measure(Row row, Assistant assistant) {
        List<String> questions = new ArrayList<>(row.page().metadata().questions());
        questions.addAll(row.page().metadata().phrasings());
        for (String question : questions) {
            reached = false;
            Given given = assistant.ask(question);
            if (reached) {
                boolean released = given.sentences().stream()
                        .anyMatch(text -> text.text().equals(row.sentence())
                                && text.sources().stream()
                                        .anyMatch(source -> source.url().equals(row.passage().url())));
                tally.count(row.number(), released, "s%03d\t%s\t%s\t%s\t%s".formatted(row.number(),
                        row.passage().id(), given.explanation().checks().removed().stream()
                                .filter(removed -> !removed.faults().isEmpty())
                                .map(removed -> removed.faults().toString())
                                .toList(),
                        row.sentence(), row.passage().text()));
                return;
            }
        }
        notAsked++;
    }

    private Script saysTheSentence(ModelRequest request) {
        Optional<AnswerPrompt> prompt = AnswerPrompt.of(request);
        if (prompt.isEmpty()) {
            return Script.saying("INGET SVAR");
        }
        ValueTokens values = new ValueTokens();
        Optional<AnswerPrompt.Given> cited = Optional.empty();
        for (AnswerPrompt.Given given : prompt.get().passages()) {
            Passage passage = current.page().passages().stream()
                    .filter(one -> replay(one, new ValueTokens()).equals(plainHeading(given, one)))
                    .findFirst().orElse(null);
            if (passage == null) {
                continue;
            }
            replay(passage, values);
            if (passage.equals(current.passage())) {
                cited = Optional.of(given);
            }
        }
        if (cited.isEmpty()) {
            notInPrompt++;
            return Script.saying("INGET SVAR");
        }
        reached = true;
        String hidden = values.hidden(current.sentence());
        String text = values.shown(hidden).isPresent() && tokensOf(hidden, prompt.get())
                ? hidden
                : current.sentence();
        return Script.saying(text + " [" + cited.get().number() + "]");
    }

    /** The heading's line as it is without values, after the values of the whole passage were given their tokens. */
    private static String replay(Passage passage, ValueTokens values) {
        StringBuilder heading = new StringBuilder(values.hidden(passage.pageTitle()));
        passage.headings().forEach(one -> heading.append(" – ").append(values.hidden(one)));
        passage.statements().forEach(statement -> values.hidden(statement.text()));
        return heading.toString();
    }

    private static String plainHeading(AnswerPrompt.Given given, Passage passage) {
        return given.heading().contains("{") ? replay(passage, new ValueTokens()) : given.heading();
    }

    private static boolean tokensOf(String hidden, AnswerPrompt prompt) {
        return java.util.regex.Pattern.compile("\\{[^}]+}").matcher(hidden).results()
                .allMatch(token -> prompt.passages()
                        .stream().anyMatch(passage -> passage.heading().contains(token.group())
                                || passage.lines().stream().anyMatch(line -> line.contains(token.group()))));
    }

    private List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/se/lotsen/security/faithful.jsonl"),
                StandardCharsets.UTF_8)) {
            JsonNode json = JSON.readTree(line);
            Page page = library.pages().get(json.required("page").asString());
            String heading = json.required("heading").asString();
            Passage passage = page.passages().stream().filter(one -> one.heading().equals(heading))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(line));
            rows.add(new Row(Integer.parseInt(json.required("id").asString().substring(1)), page, passage,
                    json.required("sentence").asString()));
        }
        return rows;
    }

    private void write() throws IOException {
        String to = System.getProperty("lotsen.faithful.report");
        if (to != null) {
            Files.write(Path.of(to), tally.notes(), StandardCharsets.UTF_8);
        }
    }
}
