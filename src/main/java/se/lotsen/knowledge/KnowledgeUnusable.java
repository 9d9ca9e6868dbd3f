package se.lotsen.knowledge;

import java.util.List;

/**
 * The knowledge base lacks what no answer can do without (any page, the replies, the contacts), and there is no earlier
 * good version to go on with. Start-up is refused with the findings in an editor's words.
 */
public class KnowledgeUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** With what was found wrong; never empty. */
    public KnowledgeUnusable(KnowledgeFolder folder, List<Finding> findings) {
        super(message(folder, findings));
        this.findings = List.copyOf(findings);
    }

    /** What was found wrong. */
    public List<Finding> findings() {
        return findings;
    }

    private static String message(KnowledgeFolder folder, List<Finding> findings) {
        FindingText text = new FindingText();
        StringBuilder message = new StringBuilder(folder.root().toString());
        findings.forEach(finding -> message.append("\n  ").append(text.of(finding)));
        return message.toString();
    }
}
