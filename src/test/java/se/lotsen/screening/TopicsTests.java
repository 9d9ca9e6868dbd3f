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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(topics.release("staket", "bygg")).isEqualTo(Release.OFF);
        assertThat(topics.release("altan", "bygg")).isEqualTo(Release.AUTONOMOUS);
        assertThat(topics.release("simhall", "fritid")).isEqualTo(Release.AUTONOMOUS);
    }

    @Test
    void aBrokenFileLeavesTheLastGoodOneAndAMissingOneRefusesTheStart() {
        Topics topics = new Topics(files.folder());
        files.write("policies/topics.yaml", "otherwise: RULE\nareas:\n  bygg: {policy: NEVER}\n");
        topics.reload(new KnowledgeFilesChanged(Set.of("policies/topics.yaml")));
        assertThat(topics.release("staket", "bygg")).isEqualTo(Release.OFF);
        List<Finding> findings = new ArrayList<>();
        Topics.check(files.folder(), findings::add);
        assertThat(findings).containsExactly(
                Finding.of("policies/topics.yaml", 3, Code.INVALID_VALUE, "areas/bygg/policy"));

        files.write("policies/topics.yaml", "otherwise: JUDGEMENT\n");
        topics.reload(new KnowledgeFilesChanged(Set.of("policies/topics.yaml")));
        assertThat(topics.release("staket", "bygg")).isEqualTo(Release.AUTONOMOUS);

        files.delete("policies/topics.yaml");
        assertThatThrownBy(() -> new Topics(files.folder())).isInstanceOf(KnowledgeUnusable.class);
    }

    @Test
    void anAnswerIsReleasedAsItsPageOrElseItsAreaSays() {
        files.write("policies/topics.yaml", """
                otherwise: RULE
                areas:
                  stod: {release: draft, policy: GUIDANCE}
                  bygg: {release: approve}
                pages:
                  lss: {release: autonomous}
                  altan: {policy: RULE}
                  skor: {release: off}
                """);
        Topics topics = new Topics(files.folder());
        assertThat(topics.release("hemtjanst", "stod")).isEqualTo(Release.DRAFT);
        assertThat(topics.release("lss", "stod")).isEqualTo(Release.AUTONOMOUS);
        assertThat(topics.release("altan", "bygg")).as("what the page leaves out is its area's")
                .isEqualTo(Release.APPROVE);
        assertThat(topics.release("skor", "fritid")).isEqualTo(Release.OFF);
        assertThat(topics.release("simhall", "fritid")).isEqualTo(Release.AUTONOMOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{release: aprove}", "{release: APPROVE}", "{release: approve, off: true}",
            "{release: off, off: false}", "{release: ''}"})
    void aModeThatIsMisspeltOrSaidTwiceIsReportedOnItsLine(String topic) {
        files.write("policies/topics.yaml", "otherwise: RULE\nareas:\n  bygg: " + topic + "\n");
        List<Finding> findings = new ArrayList<>();
        Topics.check(files.folder(), findings::add);
        assertThat(findings).containsExactly(
                Finding.of("policies/topics.yaml", 3, Code.INVALID_VALUE, "areas/bygg/release"));
    }
}
