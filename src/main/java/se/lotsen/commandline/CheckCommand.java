package se.lotsen.commandline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import se.lotsen.answering.KnowledgeCheck;
import se.lotsen.desk.DeskTermsCheck;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.radar.OwnersCheck;
import se.lotsen.widget.LookCheck;

/** {@code check}: the report on the knowledge base and the prompts; fails when anything is left out. */
final class CheckCommand {
    private CheckCommand() {
    }

    static int run(KnowledgeFolder folder, Path prompts, PrintStream out, ResourceBundle texts) {
        KnowledgeCheck check = KnowledgeCheck.of(folder, prompts);
        List<Finding> findings = new ArrayList<>(check.findings());
        findings.addAll(DeskTermsCheck.of(folder));
        findings.addAll(LookCheck.of(folder));
        findings.addAll(OwnersCheck.of(folder));
        FindingText text = new FindingText();
        findings.forEach(finding -> out.println(text.of(finding)));
        out.println(findings.isEmpty()
                ? MessageFormat.format(texts.getString("check-fine"), check.pages())
                : MessageFormat.format(texts.getString("check-faults"), findings.size(), check.pages()));
        return findings.isEmpty() ? 0 : 1;
    }
}
