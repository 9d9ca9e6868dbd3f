package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.KnowledgeFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sets that measure the editors' workspace keep what their descriptions promise. */
class WorkspaceSetsTests {
    private static final Path SETS = Path.of("knowledge-base/evaluation");
    private static final Pattern LINK = Pattern.compile("]\\((http[^)]+)\\)");

    private final Library radar = Library.read(new KnowledgeFolder(SETS.resolve("radar")));
    private final Library shipped = Library.read(KnowledgeFiles.shipped());

    @Test
    void thePagesWithPlantedFaultsAreReadWithoutFindings() {
        assertThat(radar.findings()).isEmpty();
        assertThat(radar.pages()).hasSize(169);
    }

    @Test
    void everyPlantedFaultNamesPagesThatExistAndAThirdIsHeldOut() throws IOException {
        List<List<String>> faults = rows("radar/faults.tsv");

        assertThat(faults).hasSize(200).allSatisfy(fault -> assertThat(radar.pages())
                .containsKeys(fault.get(2).split("\\|")));
        assertThat(faults.stream().filter(fault -> fault.get(4).equals("held-out"))).hasSize(66);
    }

    @Test
    void onlyTheOrphansAreNeitherLinkedToNorAskedAbout() throws IOException {
        Set<String> orphans = new HashSet<>();
        rows("radar/faults.tsv").stream().filter(fault -> fault.get(1).equals("orphan"))
                .forEach(fault -> orphans.add(fault.get(2)));
        Set<String> alone = new HashSet<>(radar.pages().keySet());
        rows("radar/asked.tsv").stream().filter(page -> !page.get(1).equals("0"))
                .forEach(page -> alone.remove(page.getFirst()));
        for (Map.Entry<String, String> page : files("radar/pages").entrySet()) {
            Matcher link = LINK.matcher(page.getValue());
            while (link.find()) {
                String target = link.group(1).substring(link.group(1).lastIndexOf('/') + 1);
                if (!target.equals(page.getKey())) {
                    alone.remove(target);
                }
            }
        }
        assertThat(alone).isEqualTo(orphans).hasSize(20);
    }

    @Test
    void everyLinkHasAnAnswerAndTheDeadOnesAreThePlantedOnes() throws IOException {
        Map<String, String> answers = new HashMap<>();
        rows("radar/links.tsv").forEach(link -> answers.put(link.getFirst(), link.get(1)));
        Set<String> dead = new HashSet<>();
        for (String page : files("radar/pages").values()) {
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                assertThat(answers).containsKey(link.group(1));
                if (!Set.of("200", "301").contains(answers.get(link.group(1)))) {
                    dead.add(link.group(1));
                }
            }
        }
        Set<String> planted = new HashSet<>();
        rows("radar/faults.tsv").stream().filter(fault -> fault.get(1).equals("dead-link"))
                .forEach(fault -> planted.add(fault.get(3).split(" ")[0]));
        assertThat(dead).isEqualTo(planted).hasSize(40);
    }

    @Test
    void whatAnEditReplacesStandsOnceInItsPage() throws IOException {
        Map<String, String> pages = files("../pages");
        List<JsonNode> edits = lines("edits.jsonl");

        assertThat(edits).hasSize(120).allSatisfy(edit -> {
            String find = edit.get("find").stringValue();
            assertThat(pages.get(edit.get("page").stringValue()).split(Pattern.quote(find), -1)).hasSize(2);
            assertThat(edit.get("replace").stringValue()).isNotEqualTo(find);
        });
    }

    @Test
    void everyGapIsOfAPageAndNoWordingComesTwice() throws IOException {
        Set<String> wordings = new HashSet<>();
        for (List<String> gap : rows("gaps.tsv")) {
            assertThat(shipped.page(gap.get(1))).isPresent();
            assertThat(gap.subList(2, 9)).allSatisfy(wording -> assertThat(wordings.add(wording)).isTrue());
        }
        assertThat(wordings).hasSize(7 * 80);
    }

    @Test
    void noNeedIsAskedForByOneQuestionAloneOrByMoreThanFifteen() throws IOException {
        Map<String, Integer> needs = new HashMap<>();
        List<JsonNode> questions = lines("traffic.jsonl");
        questions.stream().filter(question -> !question.get("cluster").isNull())
                .forEach(question -> needs.merge(question.get("cluster").stringValue(), 1, Integer::sum));

        assertThat(questions).hasSize(1000);
        assertThat(needs).hasSize(64)
                .allSatisfy((need, count) -> assertThat(count).as(need).isBetween(2, 15));
    }

    private static List<List<String>> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(SETS.resolve(name));
        return lines.stream().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : Files.readAllLines(SETS.resolve(name))) {
            objects.add(JsonMapper.shared().readTree(line));
        }
        return objects;
    }

    private static Map<String, String> files(String folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (var files = Files.walk(SETS.resolve(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String name = file.getFileName().toString();
                texts.put(name.substring(0, name.length() - ".md".length()), Files.readString(file));
            }
        }
        return texts;
    }
}
