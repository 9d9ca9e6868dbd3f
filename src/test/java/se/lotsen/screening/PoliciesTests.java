package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PageFile;

class PoliciesTests {
    private static final String GOOD = "rules:\n" + PolicyText.ruleText("a", "EMERGENCY", "sv", "vill dö");

    @TempDir
    Path root;
    private PolicyText policy;

    @BeforeEach
    void oneGoodFile() {
        policy = new PolicyText(root.resolve("copy")).write("emergency.yaml", GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dö*de", "dö ..", ".. dö", "a & ", "(dö)", "dö||död", "<dö", "d*", "å .. .. ä",
            "dö?"})
    void aPatternThatIsNoneIsReportedWithItsLine(String pattern) {
        policy.write("emergency.yaml", GOOD + "        - \"" + pattern + "\"\n");
        assertThat(policy.findings()).containsExactly(
                Finding.of("policies/emergency.yaml", 8, Code.INVALID_VALUE, "rules[1].match.sv[2]"));
    }

    @Test
    void anEmptyPatternIsReported() {
        policy.write("emergency.yaml", GOOD + "        - \"\"\n");
        assertThat(policy.findings()).containsExactly(
                Finding.of("policies/emergency.yaml", 8, Code.MISSING_FIELD, "rules[1].match.sv[2]"));
    }

    @Test
    void anUnknownConceptIsReportedWithItsLanguage() {
        policy.write("own.yaml", "concepts:\n  thing: {sv: [sak]}\nrules:\n"
                + PolicyText.ruleText("b", "DECLINED", "en", "my <thing>", "<nothing>"));
        assertThat(policy.findings()).containsExactly(
                Finding.of("policies/own.yaml", 9, Code.UNKNOWN_REFERENCE, "<thing> (en)"),
                Finding.of("policies/own.yaml", 10, Code.UNKNOWN_REFERENCE, "<nothing> (en)"));
    }

    @Test
    void aConceptWithinItselfIsReported() {
        policy.write("own.yaml", "concepts:\n  a: {sv: [<b>]}\n  b: {sv: [<a>]}\n");
        assertThat(policy.findings()).extracting(Finding::line).containsExactly(2, 3);
        assertThat(policy.findings()).extracting(Finding::code).containsOnly(Code.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"match,colour: red,UNKNOWN_FIELD", "unless,unless: {xx: [a]},UNKNOWN_REFERENCE",
            "referral,referral: nobody,UNKNOWN_REFERENCE", "policy,policy: MAYBE,INVALID_VALUE"})
    void aWrongFieldIsReportedWithItsLine(String name, String field, Code code) {
        policy.write("emergency.yaml", GOOD + "    " + field + "\n");
        assertThat(policy.findings()).last().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.line()).isEqualTo(8);
        });
    }

    @Test
    void aMissingSwedishReplyAndAnIdUsedTwiceAreReported() {
        policy.write("own.yaml", "rules:\n  - id: a\n    action: GREETING\n    reply: {en: [Hi.]}\n"
                + "    match: {sv: [hej]}\n");
        assertThat(policy.findings()).containsExactly(
                Finding.of("policies/own.yaml", 2, Code.DUPLICATE_ID, "a", "policies/emergency.yaml:2"),
                Finding.of("policies/own.yaml", 4, Code.MISSING_FIELD, "rules[1].reply.sv"));
    }

    @Test
    void theEmergencyFileMustExist() {
        policy.files().delete("policies/emergency.yaml");
        assertThat(policy.findings()).extracting(Finding::code).containsExactly(Code.MISSING);
        assertThatThrownBy(policy::screen).isInstanceOf(KnowledgeUnusable.class);
    }

    @Test
    void aReferralFillsInNameNumberAndAddress() {
        policy.write("own.yaml",
                "referralReply: {sv: [\"{name}: {phone}, {url}.\", \"Obs: {note}\"]}\nrules:\n"
                        + "  - id: b\n    action: REFERRED\n    referral: polisen\n    match: {sv: [pass]}\n"
                        + "  - id: c\n    action: REFERRED\n    referral: svenska-kyrkan\n    match: {sv: [dop]}\n");
        assertThat(policy.screen().screen("pass", "sv").orElseThrow().reply().get(0))
                .isEqualTo("Polisen: 114 14, https://polisen.se.");
        assertThat(policy.screen().screen("dop", "sv").orElseThrow().reply())
                .allMatch(text -> text.startsWith("Obs"));
    }

    @Test
    void theEarlierActionWinsAndUnlessSwitchesARuleOff() {
        policy.write("own.yaml", "rules:\n" + PolicyText.ruleText("b", "GREETING", "sv", "dö")
                + "    unless: {en: [not really]}\n");
        QuestionScreen screen = policy.screen();
        assertThat(screen.all("vill dö", "sv")).extracting(Screened::rule).containsExactly("a", "b");
        assertThat(screen.all("vill dö not really", "sv")).extracting(Screened::rule).containsExactly("a");
    }

    @Test
    void harmlessWordsAreHiddenFromEmergenciesOnly() {
        policy.write("own.yaml", "harmless: {sv: [vill dö av skratt]}\nrules:\n"
                + PolicyText.ruleText("b", "GREETING", "sv", "vill"));
        assertThat(policy.screen().all("vill dö av skratt", "sv")).extracting(Screened::rule)
                .containsExactly("b");
        assertThat(policy.rule("vill dö av skratt, nej jag vill dö")).contains("a");
    }

    @Test
    void theReplyIsInThePatternsLanguageAndInTheAskers() {
        policy.write("emergency.yaml",
                "rules:\n  - id: a\n    action: EMERGENCY\n    reply: {sv: [S], fi: [F], en: [E]}\n"
                        + "    match: {fi: [apua], so: [caawi]}\n");
        QuestionScreen screen = policy.screen();
        assertThat(screen.screen("apua", "en").orElseThrow().reply()).containsExactly("F", "E");
        assertThat(screen.screen("apua", "fi").orElseThrow().reply()).containsExactly("F");
        assertThat(screen.screen("caawi", "so").orElseThrow().reply()).containsExactly("S");
        assertThat(screen.screen("caawi", "unknown").orElseThrow().language()).isEqualTo("so");
    }

    @Test
    void aSavedFileIsUsedAndABrokenOneLeavesTheLastGoodRules() {
        QuestionScreen screen = policy.screen();
        policy.write("emergency.yaml", GOOD.replace("vill dö", "hjälp"));
        screen.reload(new KnowledgeFilesChanged(Set.of("policies/emergency.yaml")));
        assertThat(screen.screen("hjälp", "sv")).isPresent();

        policy.write("emergency.yaml", GOOD.replace("vill dö", "(("));
        screen.reload(new KnowledgeFilesChanged(Set.of("policies/emergency.yaml")));
        assertThat(screen.screen("hjälp", "sv")).isPresent();

        policy.write("emergency.yaml", GOOD);
        screen.reload(new KnowledgeFilesChanged(Set.of("contacts.yaml")));
        assertThat(screen.screen("vill dö", "sv")).isEmpty();
        screen.reload(new KnowledgeFilesChanged(Set.of("policies/emergency.yaml")));
        assertThat(screen.screen("vill dö", "sv")).isPresent();
    }

    @Test
    void aFaultIsReportedEachTimeAndARemovedOneNoMore() {
        policy.write("emergency.yaml", GOOD + "        - \"\"\n");
        assertThat(policy.findings()).hasSize(1).isEqualTo(policy.findings());
        policy.write("emergency.yaml", GOOD);
        assertThat(policy.findings()).isEmpty();
        assertThat(policy.findings()).isEmpty();
    }

    @Test
    void theSameTextsAreCompiledOnceAndAnyOtherAnew() {
        QuestionScreen first = policy.screen();
        assertThat(read()).isSameAs(read());
        assertThat(first.screen("vill dö", "sv")).isPresent();
        Policies before = read();
        policy.write("emergency.yaml", GOOD + "        - vill gärna\n");
        assertThat(read()).isNotSameAs(before);
        policy.write("emergency.yaml", GOOD);
        policy.files().page("bygga-och-bo/viljja.md", PageFile.aPage("viljja").body("Ordet viljja finns."));
        assertThat(read()).as("a page has a word more").isNotSameAs(before);
    }

    private Policies read() {
        return Policies.read(policy.files().folder(), QuestionScreen.ids(policy.contacts()), finding -> {
        }).orElseThrow();
    }

    @Test
    void aQuestionLooksAtFewPatterns() {
        KnowledgeFolder folder = KnowledgeFiles.shipped();
        Policies shipped = Policies.read(folder,
                QuestionScreen.ids(new ContactDirectory(new HandoverFiles(folder))), finding -> {
                }).orElseThrow();
        Effort effort = new Effort();
        shipped.met(
                "Hej, jag undrar när återvinningscentralen i Hamnvik har öppet på lördag och om man kan lämna"
                        + " gamla däck där eller om det kostar något?",
                Set.of(PolicyLanguage.SV), effort);
        assertThat(shipped.phrases()).isGreaterThan(5_000);
        assertThat(effort.phrases()).isLessThan(shipped.phrases() / 30);
        assertThat(effort.words()).isLessThan(80);
        assertThat(effort.comparisons()).isLessThan(400);
    }

    @Test
    void anyInputIsReadAndTheSameInputAlwaysAlike() {
        long seed = Long.getLong("lotsen.seed", 1);
        Random random = new Random(seed);
        QuestionScreen screen = new QuestionScreen(KnowledgeFiles.shipped(), policy.contacts());
        String letters = "abcdeåäöÅ ..,'’-*<>|&^$\u200b\u0301\u202e\ud83d\ude00\ud800زوجيلا🔪 \n\t0148";
        List<String> words = List.of("vill", "dö", "slår", "mig", "min", "man", "zouj", "lyö", "زوجي",
                "barn");
        for (int i = 0; i < 3_000; i++) {
            StringBuilder question = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                question.append(random.nextInt(4) == 0
                        ? words.get(random.nextInt(words.size()))
                        : String.valueOf(letters.charAt(random.nextInt(letters.length()))));
            }
            assertThat(screen.all(question.toString(), "sv")).as("seed %d: %s", seed, question)
                    .isEqualTo(screen.all(question.toString(), "sv"));
        }
    }

    @Test
    void aVeryLongQuestionIsReadToItsEnd() {
        List<String> words = new ArrayList<>(java.util.Collections.nCopies(2_000, "jag vill inte"));
        words.add("vill dö");
        assertThat(policy.rule(String.join(" ", words))).contains("a");
        assertThat(policy.rule("x".repeat(100_000))).isEmpty();
    }
}
