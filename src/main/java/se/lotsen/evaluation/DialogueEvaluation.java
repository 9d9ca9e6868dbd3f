package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import se.lotsen.answering.Answer;
import se.lotsen.evaluation.Dialogue.TurnKind;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

/** Plays the dialogues of a file, each in a conversation of its own, every turn asked once. */
public final class DialogueEvaluation {
    private DialogueEvaluation() {
    }

    /** A conversation that was begun: takes a turn's question, gives its answer. */
    public interface Asking {
        /** The answer to the next question. */
        Answer ask(String question);
    }

    /**
     * A turn and what was answered to it.
     *
     * @param turn from 0
     */
    public record GradedTurn(int turn, TurnKind kind, Graded graded) {
        /** Kind and page right, and the facts where the file names any. */
        boolean isRight() {
            return graded.isStrictlyRight();
        }
    }

    /**
     * What is said of a file.
     *
     * @param named shares of right turns by name
     * @param languages share of right turns by language
     * @param kinds expected kinds to given kind, counted
     * @param turns in the file's order
     */
    public record Figures(String file, int dialogues, Map<String, Share> named, Map<String, Share> languages,
            Map<String, Map<String, Integer>> kinds, List<GradedTurn> turns) {

        /** A share by its name. */
        public Share share(String name) {
            return Objects.requireNonNull(named.get(name), name);
        }

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file);
            json.put("dialogues", dialogues);
            json.put("turns", turns.size());
            FigureJson.shares(json, named);
            Map<String, Object> byLanguage = new LinkedHashMap<>();
            languages.forEach((lang, share) -> byLanguage.put(lang, FigureJson.share(share)));
            json.put("languages", byLanguage);
            json.put("kinds", kinds);
            return json;
        }
    }

    /**
     * Reads the file and asks nothing.
     *
     * @throws EvaluationInputException naming file, line, turn and remedy
     */
    public static void check(Path file) {
        DialogueFile.read(file);
    }

    /**
     * @param begin opens a conversation for a dialogue
     * @throws EvaluationInputException when the file cannot be read
     */
    public static Figures run(Path file, Function<Dialogue, Asking> begin) {
        List<Dialogue> dialogues = DialogueFile.read(file);
        List<GradedTurn> turns = new ArrayList<>();
        for (Dialogue dialogue : dialogues) {
            Asking conversation = begin.apply(dialogue);
            for (int turn = 0; turn < dialogue.turns().size(); turn++) {
                QuestionRow row = dialogue.turns().get(turn);
                turns.add(new GradedTurn(turn, dialogue.turnKind(turn),
                        new Graded(row, conversation.ask(row.question()))));
            }
        }
        return figures(file.getFileName().toString(), dialogues.size(), turns);
    }

    static Figures figures(String file, int dialogues, List<GradedTurn> turns) {
        Map<String, Share> named = new LinkedHashMap<>();
        named.put("rightTurns", Share.of(turns, GradedTurn::isRight));
        named.put("rightFirstTurns", right(turns, turn -> turn.kind() == TurnKind.FIRST));
        named.put("rightFollowUps", right(turns, turn -> turn.kind() == TurnKind.FOLLOW_UP));
        named.put("rightTopicChanges", right(turns, turn -> turn.kind() == TurnKind.TOPIC_CHANGE));
        named.put("rightOtherTurns", right(turns, turn -> turn.kind() == TurnKind.OTHER));
        List<Graded> graded = turns.stream().map(GradedTurn::graded).toList();
        Map<String, Share> languages = new TreeMap<>();
        graded.forEach(row -> languages.computeIfAbsent(row.row().lang(),
                lang -> right(turns, turn -> turn.graded().row().lang().equals(lang))));
        return new Figures(file, dialogues, named, languages, QuestionShares.confusion(graded),
                List.copyOf(turns));
    }

    private static Share right(List<GradedTurn> turns, Predicate<GradedTurn> which) {
        return Share.of(turns.stream().filter(which).toList(), GradedTurn::isRight);
    }
}
