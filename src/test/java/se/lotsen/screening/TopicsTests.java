package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.testing.KnowledgeFiles;

class TopicsTests {
    @TempDir
    Path root;
    private KnowledgeFiles files;

    @BeforeEach
    void aFile() {
        files = new KnowledgeFiles(root).write("policies/topics.yaml", """
                otherwise: RULE
                areas:
                  stod: {policy: GUIDANCE}
                  bygg: {off: true}
                pages:
                  lss: {policy: JUDGEMENT}
                  altan: {off: false}
                """);
    }

    @Test
    void aPageGoesBeforeItsAreaAndTheAreaBeforeTheRest() {
        Topics topics = new Topics(files.folder());
        assertThat(topics.policyOf("lss", "stod")).isEqualTo(TopicPolicy.JUDGEMENT);
        assertThat(topics.policyOf("hemtjanst", "stod")).isEqualTo(TopicPolicy.GUIDANCE);
        assertThat(topics.policyOf("simhall", "fritid")).isEqualTo(TopicPolicy.RULE);
        assertThat(topics.off("staket", "bygg")).isTrue();
        assertThat(topics.off("altan", "bygg")).isFalse();
        assertThat(topics.off("simhall", "fritid")).isFalse();
    }

    @Test
    void aBrokenFileLeavesTheLastGoodOneAndAMissingOneRefusesTheStart() {
        Topics topics = new Topics(files.folder());
        files.write("policies/topics.yaml", "otherwise: RULE\nareas:\n  bygg: {policy: NEVER}\n");
        topics.reload(new KnowledgeFilesChanged(Set.of("policies/topics.yaml")));
        assertThat(topics.off("staket", "bygg")).isTrue();
        List<Finding> findings = new ArrayList<>();
        Topics.check(files.folder(), findings::add);
        assertThat(findings).containsExactly(
                Finding.of("policies/topics.yaml", 3, Code.INVALID_VALUE, "areas/bygg/policy"));

        files.write("policies/topics.yaml", "otherwise: JUDGEMENT\n");
        topics.reload(new KnowledgeFilesChanged(Set.of("policies/topics.yaml")));
        assertThat(topics.off("staket", "bygg")).isFalse();

        files.delete("policies/topics.yaml");
        assertThatThrownBy(() -> new Topics(files.folder())).isInstanceOf(KnowledgeUnusable.class);
    }
}
