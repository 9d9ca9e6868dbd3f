package se.lotsen.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.answering.Answer;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.conversation.ConversationEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code ask "…" [--json] [--history FILE] [--words-only]}: one question, answered as the service would. */
final class AskCommand implements CommandLine.ContextCommand {
    static final Map<String, Boolean> OPTIONS = Map.of("json", false, "history", true, "words-only", false);

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> history;

    AskCommand(Arguments arguments, PrintStream out, PrintStream err) {
        if (arguments.plain().size() != 1) {
            throw new UsageException("ask-usage");
        }
        this.arguments = arguments;
        this.out = out;
        this.err = err;
        this.history = arguments.value("history").map(AskCommand::history).orElse(List.of());
    }

    private static List<String> history(String file) {
        try {
            return Arrays.asList(JsonMapper.builder().build()
                    .readValue(Files.readString(Path.of(file), StandardCharsets.UTF_8), String[].class));
        } catch (IOException | JacksonException e) {
            throw new UsageException("history-unreadable", file);
        }
    }

    @Override
    public boolean wordsOnly() {
        return arguments.has("words-only");
    }

    @Override
    public int run(ConfigurableApplicationContext context) {
        MeasuredMeanings.await(context, err);
        List<String> questions = new ArrayList<>(history);
        questions.add(arguments.plain().getFirst());
        Answer answer = context.getBean(AnswerDesk.class).ask(questions);
        if (arguments.has("json")) {
            out.println(
                    JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            print(answer);
        }
        return 0;
    }

    private void print(Answer answer) {
        for (Answer.Sentence sentence : answer.answer()) {
            out.println(sentence.text());
            sentence.sources()
                    .forEach(source -> out.println("    " + source.heading() + "  " + source.url()));
        }
        answer.choices().forEach(choice -> out.println("  - " + choice.label()));
        if (!answer.sources().isEmpty()) {
            ConversationEvent.Source first = answer.sources().getFirst();
            out.println();
            out.println(first.title() + (first.reviewed() == null ? "" : " (" + first.reviewed() + ")"));
            if (first.eService() != null) {
                out.println(first.eService().name() + "  " + first.eService().url());
            }
        }
        if (answer.handover().text() != null) {
            out.println();
            out.println(answer.handover().text());
        }
    }
}
