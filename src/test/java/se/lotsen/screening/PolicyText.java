package se.lotsen.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.Finding;
import se.lotsen.testing.KnowledgeFiles;

/** Policy files of a test's own beside the sample municipality's other files. */
final class PolicyText {
    private final KnowledgeFiles files;

    PolicyText(Path root) {
        files = KnowledgeFiles.copyOfTheShipped(root);
        for (Path file : shippedPolicies(root)) {
            files.delete("policies/" + file.getFileName());
        }
        files.write("policies/topics.yaml", "otherwise: RULE\n");
    }

    private static List<Path> shippedPolicies(Path root) {
        try (java.util.stream.Stream<Path> list = java.nio.file.Files.list(root.resolve("policies"))) {
            return list.toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    PolicyText write(String name, String yaml) {
        files.write("policies/" + name, yaml);
        return this;
    }

    /** One emergency rule {@code a} with the Swedish patterns of these lines. */
    PolicyText swedish(String... patterns) {
        return rule("sv", patterns);
    }

    PolicyText rule(String language, String... patterns) {
        return write("emergency.yaml", "rules:\n" + ruleText("a", "EMERGENCY", language, patterns));
    }

    static String ruleText(String id, String action, String language, String... patterns) {
        StringBuilder yaml = new StringBuilder("  - id: " + id + "\n    action: " + action
                + "\n    reply: {sv: [Svar " + id + ".]}\n    match:\n      " + language + ":\n");
        for (String pattern : patterns) {
            yaml.append("        - \"").append(pattern).append("\"\n");
        }
        return yaml.toString();
    }

    KnowledgeFiles files() {
        return files;
    }

    ContactDirectory contacts() {
        return new ContactDirectory(new HandoverFiles(files.folder()));
    }

    QuestionScreen screen() {
        return new QuestionScreen(files.folder(), contacts());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Policies.check(files.folder(), findings::add);
        return findings;
    }

    Optional<String> rule(String question) {
        return screen().screen(question, "sv").map(Screened::rule);
    }
}
