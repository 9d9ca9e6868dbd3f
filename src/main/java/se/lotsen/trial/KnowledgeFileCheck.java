package se.lotsen.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.answering.KnowledgeCheck;
import se.lotsen.archive.FileCheck;
import se.lotsen.evaluation.EvaluationInputException;
import se.lotsen.evaluation.QuestionRow;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/** Reads the whole folder as {@code ./lotsen check} does: a change may break another file that refers to it. */
final class KnowledgeFileCheck implements FileCheck {
    private static final Pattern LINE = Pattern.compile(":(\\d+): ");
    private final KnowledgeFolder served;
    private final Path prompts;

    KnowledgeFileCheck(KnowledgeFolder served, Path prompts) {
        this.served = served;
        this.prompts = prompts;
    }

    @Override
    public List<Finding> check(KnowledgeFolder folder, Set<String> files) {
        List<Finding> known = KnowledgeCheck.of(served, prompts).findings();
        List<Finding> findings = new ArrayList<>(KnowledgeCheck.of(folder, prompts).findings());
        // What was wrong before, elsewhere, is nobody's fault now; lines may have moved in the files that change.
        findings.removeIf(finding -> !files.contains(finding.file()) && known.contains(finding));
        if (files.contains(TrialQuestions.FILE)) {
            questions(folder).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> questions(KnowledgeFolder folder) {
        try {
            folder.read(TrialQuestions.FILE, finding -> {
            }).ifPresent(text -> QuestionRow.of(TrialQuestions.FILE, text.lines().toList()));
            return Optional.empty();
        } catch (EvaluationInputException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            return Optional
                    .of(Finding.of(TrialQuestions.FILE, line.find() ? Integer.parseInt(line.group(1)) : 0,
                            Finding.Code.INVALID_VALUE, TrialQuestions.FILE));
        }
    }
}
