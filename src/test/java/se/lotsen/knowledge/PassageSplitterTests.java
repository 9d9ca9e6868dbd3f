package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class PassageSplitterTests {
    private static final Library SHIPPED = Library.read(KnowledgeFiles.shipped());

    @Test
    void aPassageNeverCrossesAHeading() {
        assertThat(cut("Inledning.\n\n## A\nEtt.\n\n### B\nTvå.\n\n## C\nTre.")).extracting(Passage::anchor,
                Passage::headings, Passage::text)
                .containsExactly(row("start", List.of(), "Inledning."), row("a", List.of("A"), "Ett."),
                        row("b", List.of("A", "B"), "Två."), row("c", List.of("C"), "Tre."));
    }

    @Test
    void blocksStayWholeWhileTheyFit() {
        List<Passage> passages = cut(paragraph(10, 10) + "\n\n" + paragraph(5, 10));
        assertThat(passages).extracting(passage -> passage.statements().size()).containsExactly(10, 5);
    }

    @Test
    void aBlockThatIsTooLongIsCutBetweenItsSentences() {
        assertThat(cut(paragraph(30, 10))).extracting(passage -> passage.statements().size())
                .containsExactly(14, 14, 2);
    }

    @Test
    void aSentenceThatIsTooLongStaysWhole() {
        List<Passage> passages = cut("Kort. Långt " + "ord ".repeat(199) + "slut. Kort igen.");
        assertThat(passages).extracting(passage -> words(passage.text())).containsExactly(1, 201, 2);
    }

    @Test
    void anchorsAreUniqueWhateverTheHeadings() {
        String longText = paragraph(30, 10) + "\n\n";
        List<Passage> passages = cut(longText + "## Steg\n" + longText + "## Steg 2\n" + longText
                + "## Steg\n"
                + longText + "## Start\nA.\n## Avsnitt\nB.\n## ???\nC.\n## Start 2\nD.\n## steg--2\nE.");
        assertThat(passages).extracting(Passage::anchor).doesNotHaveDuplicates();
        assertThat(passages.stream().filter(Passage::isLead)).hasSize(1);
    }

    @Test
    void passagesOfShippedPagesAreShortAndUnique() {
        assertThat(SHIPPED.pages()).isNotEmpty();
        SHIPPED.pages().values().forEach(page -> {
            assertThat(page.passages()).extracting(Passage::anchor).as(page.id()).doesNotHaveDuplicates();
            assertThat(page.passages()).as(page.id()).allSatisfy(PassageSplitterTests::isShort);
        });
    }

    @Test
    void splittingThenJoiningLosesNoWordOfAShippedPage() {
        SHIPPED.pages().values().forEach(page -> {
            List<String> whole = new ArrayList<>();
            Node document = MarkdownText.parse(page.markdown());
            for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
                if (!(node instanceof Heading) && !(node instanceof TableBlock)) {
                    whole.addAll(wordList(MarkdownText.plain(node)));
                }
            }
            List<String> joined = page.passages().stream().flatMap(passage -> passage.statements().stream())
                    .filter(statement -> statement.form() != Statement.Form.TABLE_ROW)
                    .flatMap(statement -> wordList(statement.text()).stream()).toList();
            assertThat(joined).as(page.id()).isEqualTo(whole);
        });
    }

    @Test
    void splittingThenJoiningLosesNoWordOfRandomMarkdown() {
        SeededRandom random = new SeededRandom();
        for (int round = 0; round < 300; round++) {
            RandomMarkdown page = new RandomMarkdown(random);
            List<Passage> passages = cut(page.markdown.toString());
            assertThat(passages).as("%s%n%s", random, page.markdown)
                    .allSatisfy(PassageSplitterTests::isShort);
            assertThat(passages).extracting(Passage::anchor).as("%s", random).doesNotHaveDuplicates();
            assertThat(passages.stream().flatMap(passage -> wordList(passage.text()).stream()).toList())
                    .as("%s%n%s", random, page.markdown).isEqualTo(page.words);
            assertThat(passages.stream().flatMap(passage -> passage.headings().stream())
                    .collect(Collectors.toSet())).as("%s", random).isEqualTo(page.headingsWithText);
        }
    }

    @Test
    void anEditOfOneSectionMovesNoOtherAnchor() {
        String extra = "\n\n" + paragraph(40, 10) + "\n";
        SHIPPED.pages().values().forEach(page -> {
            List<String> sections = List.of(page.markdown().split("(?m)^(?=## )"));
            for (int edited = 0; edited < sections.size(); edited++) {
                List<String> changed = new ArrayList<>(sections);
                changed.set(edited, sections.get(edited) + extra);
                assertThat(textByAnchor(String.join("", changed)))
                        .as("%s, section %d", page.id(), edited)
                        .containsAllEntriesOf(withoutSection(sections, edited));
            }
        });
    }

    @Test
    void plainTextIsCutTheSameWay() {
        List<Passage> passages = PassageSplitter.plainText("p", "Titel",
                "Rad ett. Rad ett igen.\n\nRad två.\n");
        assertThat(passages).singleElement().satisfies(passage -> assertThat(passage.statements())
                .extracting(Statement::block).containsExactly(0, 0, 1));
        assertThat(PassageSplitter.plainText("p", "Titel", " \n ")).isEmpty();
    }

    @Test
    void statementsKnowTheBlockTheyStandIn() {
        Passage passage = cut("Ett. Två.\n\n- a\n- b\n\nTre.").getFirst();
        assertThat(passage.statements()).extracting(Statement::block).containsExactly(0, 0, 1, 1, 2);
    }

    /** What the page's sections other than the edited one are called and say. */
    private static Map<String, String> withoutSection(List<String> sections, int edited) {
        Map<String, String> all = textByAnchor(String.join("", sections));
        textByAnchor(sections.get(edited)).keySet().forEach(all::remove);
        return all;
    }

    private static Map<String, String> textByAnchor(String markdown) {
        return cut(markdown).stream().collect(Collectors.toMap(Passage::anchor, Passage::text));
    }

    private static List<Passage> cut(String markdown) {
        return PassageSplitter.markdown("p", "Titel", MarkdownText.parse(markdown)).passages();
    }

    private static void isShort(Passage passage) {
        assertThat(passage.statements()).isNotEmpty();
        assertThat(words(passage.text()) <= PassageSplitter.MAX_WORDS || passage.statements().size() == 1)
                .as(passage.text()).isTrue();
    }

    private static String paragraph(int sentences, int wordsEach) {
        return ("Ord" + " ord".repeat(wordsEach - 1) + ". ").repeat(sentences).strip();
    }

    private static org.assertj.core.groups.Tuple row(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static int words(String text) {
        return wordList(text).size();
    }

    private static List<String> wordList(String text) {
        return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Headings, paragraphs and lists, and the words that must come out of them in order. */
    private static final class RandomMarkdown {
        private final StringBuilder markdown = new StringBuilder();
        private final List<String> words = new ArrayList<>();
        private final HashSet<String> headingsWithText = new HashSet<>();
        private final List<String> path = new ArrayList<>();
        private final RandomText text;

        private RandomMarkdown(SeededRandom random) {
            text = new RandomText(random);
            for (int block = random.between(1, 12); block > 0; block--) {
                switch (random.below(4)) {
                    case 0 -> heading(random.between(1, 3));
                    case 1 -> list(random.between(1, 12), random);
                    default -> paragraph(random.between(1, 20), random);
                }
            }
        }

        private void heading(int level) {
            while (path.size() >= level) {
                path.removeLast();
            }
            while (path.size() < level) {
                // A repeated heading is as likely as a new one.
                String heading = path.size() % 2 == 0 ? "Avgift" : text.word() + " x";
                path.add(heading);
                markdown.append("\n\n").append("#".repeat(path.size())).append(' ').append(heading)
                        .append("\n\n");
            }
        }

        private void paragraph(int sentences, SeededRandom random) {
            for (int i = 0; i < sentences; i++) {
                String sentence = text.sentence(random.between(1, 40));
                markdown.append(sentence).append(random.below(3) == 0 ? "\n" : " ");
                said(sentence);
            }
            markdown.append("\n\n");
        }

        private void list(int items, SeededRandom random) {
            markdown.append("\n\n");
            for (int i = 0; i < items; i++) {
                String sentence = text.sentence(random.between(1, 30));
                markdown.append(i > 0 && random.below(3) == 0 ? "  - " : "- ").append(sentence).append('\n');
                said(sentence);
            }
            markdown.append("\n\n");
        }

        private void said(String sentence) {
            words.addAll(wordList(sentence));
            headingsWithText.addAll(path);
        }
    }
}
