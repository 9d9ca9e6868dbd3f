package se.lotsen.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.LotsenApplication;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PageFile;

/** What the commands say when they cannot be run as given; nothing here starts the application. */
class CommandLineTests {
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpGoesToStandardOutput(String command) {
        assertThat(run(command)).isZero();
        assertThat(said(out))
                .contains("./lotsen serve", "./lotsen ask", "./lotsen check", "./lotsen evaluate",
                        "ställ en fråga", "SERVER_PORT")
                .doesNotContain("{0}");
        assertThat(said(out).lines().skip(2)).as("each line is indented")
                .allMatch(line -> line.isEmpty() || line.startsWith("  "));
        assertThat(said(err)).isEmpty();
    }

    @Test
    void withoutACommandHelpIsGiven() {
        assertThat(run()).isZero();
        assertThat(said(out)).contains("./lotsen ask");
    }

    @Test
    void anUnknownCommandIsNamedAndHelpFollowsOnStandardError() {
        assertThat(run("frgåa")).isEqualTo(USAGE);
        assertThat(said(err)).startsWith("Kommandot ”frgåa” finns inte.").contains("./lotsen ask");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void aCommandIsNamedAsItWasTyped() {
        assertThat(run("{0}'s")).isEqualTo(USAGE);
        assertThat(said(err)).startsWith("Kommandot ”{0}'s” finns inte.");
    }

    @Test
    void unknownOptionsAreNamedForEachCommand() {
        for (String[] command : new String[][]{{"ask", "fråga", "--jsno"}, {"check", "--jsno"},
                {"evaluate", "--questions", "f.tsv", "--jsno"}}) {
            assertThat(run(command)).as(command[0]).isEqualTo(USAGE);
            assertThat(said(err)).as(command[0]).contains("Flaggan --jsno finns inte för det här kommandot.");
        }
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThat(run("ask", "fråga", "--history")).isEqualTo(USAGE);
        assertThat(said(err)).contains("Flaggan --history behöver ett värde.");
    }

    @Test
    void theFormOfTheCommandIsSaid() {
        assertThat(run("ask")).isEqualTo(USAGE);
        assertThat(run("ask", "två", "frågor")).isEqualTo(USAGE);
        assertThat(said(err)).contains("Skriv frågan inom citattecken");
        for (String[] wrong : new String[][]{{"evaluate"}, {"evaluate", "fil.tsv"},
                {"evaluate", "--beir", "d"}}) {
            err.reset();
            assertThat(run(wrong)).isEqualTo(USAGE);
            assertThat(said(err)).startsWith("Skriv antingen evaluate --questions");
        }
    }

    @Test
    void optionsOfDifferentModesAreRefused() {
        assertThat(run("evaluate", "--beir", "d", "--split", "s", "--questions", "f")).isEqualTo(USAGE);
        assertThat(said(err))
                .startsWith("Flaggan --questions går inte ihop med evaluate --beir --split.");
        err.reset();
        assertThat(run("evaluate", "--questions", "f", "--split", "s")).isEqualTo(USAGE);
        assertThat(said(err)).startsWith("Flaggan --split går inte ihop med evaluate --questions.");
    }

    @Test
    void anOptionGivenTwiceIsRefused() {
        assertThat(run("evaluate", "--questions", "a.tsv", "--questions", "b.tsv")).isEqualTo(USAGE);
        assertThat(said(err)).startsWith("Flaggan --questions står två gånger.");
    }

    /** Before the application is started, and before any question is asked. */
    @Test
    void filesThatCannotBeReadOrWrittenAreNamedAtOnce() throws IOException {
        Path questions = Files.writeString(folder.resolve("q.tsv"),
                "id\tlang\texpected\tpages\tquestion\n1\tsv\tsvar\t-\tfråga\n");
        assertEvaluationRefused("q.tsv:2: unknown kind svar; the kinds are", "--questions",
                questions.toString());
        assertEvaluationRefused("q.tsv:2: unknown kind svar; the kinds are", "--questions",
                questions.toString(), "--robustness");
        Path dialogues = Files.writeString(folder.resolve("d.jsonl"), "{\"id\": \"d\"}\n");
        assertEvaluationRefused("d.jsonl:1: the field \"lang\" is missing", "--dialogues",
                dialogues.toString());
        assertEvaluationRefused("there is no file", "--masking", "--sentences",
                folder.resolve("saknas.txt").toString());
        assertEvaluationRefused("cannot be written; check that its folder exists", "--questions",
                questions.toString(), "--rows", folder.resolve("saknas/ut.jsonl").toString());
        assertEvaluationRefused("cannot be written; check that its folder exists", "--beir", "d", "--split",
                "s", "--report", folder.toString());
    }

    private void assertEvaluationRefused(String because, String... options) {
        err.reset();
        List<String> words = new ArrayList<>(List.of(options));
        words.addFirst("evaluate");
        assertThat(run(words.toArray(String[]::new))).isEqualTo(USAGE);
        assertThat(said(err)).contains(because);
        assertThat(said(out)).isEmpty();
    }

    @Test
    void twoFilesOfRowsAreComparedWithoutTheApplication() throws IOException {
        String row = "{\"id\": \"1\", \"question\": \"q\", \"kind\": \"%s\", \"sources\": [{\"page\": \"a\"}]}";
        Path before = Files.writeString(folder.resolve("a.jsonl"), row.formatted("handover"));
        Path after = Files.writeString(folder.resolve("b.jsonl"), row.formatted("answered"));
        Path questions = Files.writeString(folder.resolve("q.tsv"),
                "id\tlang\texpected\tpages\tquestion\n1\tsv\tanswered\ta\tq\n");
        Path report = folder.resolve("ut.html");
        assertThat(run("evaluate", "compare", before.toString(), after.toString(), "--questions",
                questions.toString(), "--report", report.toString())).isZero();
        assertThat(said(out)).startsWith("a.jsonl -> b.jsonl: 1 questions")
                .contains("1  handover -> answered  a -> a", "gained", "går inte att skilja från slumpen");
        assertThat(report).content().contains("Vunnen");
        out.reset();
        assertThat(run("evaluate", "compare", before.toString(), after.toString(), "--json")).isZero();
        assertThat(said(out)).startsWith("{").contains("\"kindChanged\" : 1");
        assertThat(run("evaluate", "compare", before.toString())).isEqualTo(USAGE);
        assertThat(run("evaluate", "compare", "a", "b", "--questions", "q", "--dialogues", "d"))
                .isEqualTo(USAGE);
        assertThat(said(err)).contains("Flaggan --dialogues går inte ihop med evaluate compare --questions.");
    }

    @Test
    void everyModeStandsInTheHelp() {
        assertThat(run("help")).isZero();
        assertThat(said(out)).contains("--questions", "--dialogues", "--beir", "--split", "--robustness",
                "--masking",
                "--sentences", "compare", "--rows", "--report", "--json");
    }

    @Test
    void aHistoryThatCannotBeReadIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("h.json"), "{\"fråga\": 1}");
        for (String file : new String[]{"saknas.json", broken.toString()}) {
            err.reset();
            assertThat(run("ask", "fråga", "--history", file)).isEqualTo(USAGE);
            assertThat(said(err)).startsWith(file + " går inte att läsa.");
        }
    }

    @Test
    void aMissingEvaluationSetIsNamed() {
        assertThat(run("evaluate", "--beir", folder.toString(), "--split", "test")).isEqualTo(USAGE);
        assertThat(said(err)).contains("test.tsv");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void aWholeKnowledgeBasePassesTheCheck() {
        assertThat(check(new KnowledgeFiles(KnowledgeFiles.shipped().root()))).isZero();
        assertThat(said(out)).startsWith("Kunskapsbasen är hel: ").hasLineCount(1);
    }

    @Test
    void aBrokenKnowledgeBaseFailsTheCheckWithEveryFault() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(folder.resolve("copy"))
                .page("a.md", PageFile.aPage("a").without("owner", "title"))
                .write("desk.yaml", "{");
        assertThat(check(files)).isEqualTo(FAULT);
        assertThat(said(out)).contains("pages/a.md:1: Fältet ”owner” saknas", "Fältet ”title” saknas",
                "desk.yaml:", "3 fel. ");
    }

    private int check(KnowledgeFiles files) {
        return CheckCommand.run(files.folder(), Path.of("prompts"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                ResourceBundle.getBundle("se.lotsen.commandline.messages", Locale.of("sv")));
    }

    private int run(String... words) {
        return new CommandLine(LotsenApplication.class, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemDefaultZone()).run(words).orElseThrow();
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
