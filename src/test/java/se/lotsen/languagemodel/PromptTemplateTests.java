package se.lotsen.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;

class PromptTemplateTests {
    private static final String FILE = "answer.sv.md";
    private static final String WHOLE = """
            ---
            version: 3
            placeholders: [question, passages]
            ---
            # system
            Regler.

            # user
            {{question}}
            {{passages}}
            """;
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aWholeFileIsNamedWithItsVersion() {
        PromptTemplate template = parse(WHOLE).orElseThrow();
        assertThat(findings).isEmpty();
        assertThat(template)
                .isEqualTo(new PromptTemplate("answer.sv@3", "Regler.", "{{question}}\n{{passages}}"));
        assertThat(parse(WHOLE.replace("\n", "\r\n"))).isPresent();
    }

    @Test
    void whatIsFilledInIsNeverReadForPlaceholdersAgain() {
        Prompt prompt = parse(WHOLE).orElseThrow()
                .filled(Map.of("question", "{{passages}} $1 \\ {{question}}", "passages", "{{question}}"),
                        7);
        assertThat(prompt).isEqualTo(
                new Prompt("answer.sv@3", "Regler.", "{{passages}} $1 \\ {{question}}\n{{question}}", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Regler.", "# system\nA\n# user\n{{question}}{{passages}}",
            "---\nversion: 1\nplaceholders: [question, passages]\n---\n# system\nA {{question}}{{passages}}",
            "---\nversion: 1\nplaceholders: [question, passages]\n---\n# user\n{{question}}{{passages}}"})
    void withoutItsHeadOrAPartItIsNoPrompt(String text) {
        refused(text, Code.MISSING_FIELD, "---");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: 0", "version: -1", "version:", ""})
    void theVersionCountsFromOne(String version) {
        refused(WHOLE.replace("version: 3", version), Code.INVALID_VALUE, "version");
    }

    @Test
    void aVersionThatIsNoWholeNumberIsNamedWithItsLine() {
        refused(WHOLE.replace("version: 3", "version: 1.5"), Code.INVALID_VALUE, "version");
        assertThat(findings.getFirst().line()).isEqualTo(2);
    }

    @Test
    void aMisspeltFieldOfTheHeadIsNamedWithItsLine() {
        refused(WHOLE.replace("placeholders:", "placeholder:"), Code.UNKNOWN_FIELD, "placeholder");
        assertThat(findings.getFirst().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{name}}", "{{ question }}", "{{Question}}", "{{}}"})
    void aPlaceholderThatThePromptDoesNotHaveIsNamed(String placeholder) {
        refused(WHOLE + placeholder, Code.UNKNOWN_REFERENCE, placeholder);
    }

    @Test
    void aPlaceholderThatIsDeclaredAndDoesNotExistIsNamed() {
        refused(WHOLE.replace("[question,", "[question, name,"), Code.UNKNOWN_REFERENCE, "{{name}}");
    }

    @Test
    void aPlaceholderMustBeDeclaredAndUsed() {
        refused(WHOLE.replace("[question, passages]", "[question]"), Code.MISSING_FIELD, "{{passages}}");
        findings.clear();
        refused(WHOLE.replace("{{passages}}", ""), Code.MISSING_FIELD, "{{passages}}");
        findings.clear();
        refused(WHOLE.replace("{{passages}}", "{passages}"), Code.MISSING_FIELD, "{{passages}}");
        findings.clear();
        refused(WHOLE.replace("placeholders: [question, passages]\n", ""), Code.MISSING_FIELD,
                "{{question}}");
    }

    @Test
    void theRulesHoldNothingThatACitizenOrAPageWrote() {
        refused(WHOLE.replace("Regler.", "Regler för {{question}}"), Code.INVALID_VALUE, "{{question}}");
    }

    private void refused(String text, Code code, String what) {
        assertThat(parse(text)).isEmpty();
        assertThat(findings).isNotEmpty().allSatisfy(one -> assertThat(one.file()).isEqualTo(FILE))
                .anySatisfy(one -> {
                    assertThat(one.code()).isEqualTo(code);
                    assertThat(one.arguments()).first().asString().startsWith(what);
                });
    }

    private Optional<PromptTemplate> parse(String text) {
        return PromptTemplate.parse(PromptName.ANSWER, FILE, text, findings::add);
    }
}
