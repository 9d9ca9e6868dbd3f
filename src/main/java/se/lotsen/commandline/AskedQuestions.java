package se.lotsen.commandline;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.answering.Answer;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.evaluation.Dialogue;
import se.lotsen.evaluation.DialogueEvaluation;
import se.lotsen.evaluation.QuestionRow;

/** Puts the evaluator's questions to the desk as a citizen's, and says on standard error how many there were. */
final class AskedQuestions {
    private final AnswerDesk desk;
    private final EvaluateOutput output;
    private int asked;

    AskedQuestions(ConfigurableApplicationContext context, EvaluateOutput output) {
        this.desk = context.getBean(AnswerDesk.class);
        this.output = output;
    }

    /** Asks a row's question in a conversation of its own. */
    Answer ask(QuestionRow row) {
        output.asked(++asked);
        return desk.ask(List.of(row.question()));
    }

    /** Begins a dialogue's conversation. */
    DialogueEvaluation.Asking begin(Dialogue dialogue) {
        AnswerDesk.Conversation conversation = desk.begin();
        return question -> {
            output.asked(++asked);
            return conversation.ask(question);
        };
    }
}
