package se.lotsen.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.lotsen.grounding.TextPart;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * A page read once, for everything that looks at it.
 *
 * @param title the words of its title
 * @param sentences in the page's order
 */
record ReadPage(Page page, List<TextPart> title, List<Sentence> sentences) {

    private static final Pattern CONTINUES = Pattern.compile("De(t|tta|nna|n|ssa) (gäller|avser)\\b");

    /**
     * A statement with what stands above it.
     *
     * @param parts its own
     * @param next of the sentence after it that says what it is of ("Det gäller …"); else empty
     * @param lead of the sentence that a list's items or a table's rows continue; else empty
     * @param headings those above it
     */
    record Sentence(Page page, Passage passage, Statement statement, List<TextPart> parts,
            List<TextPart> next, List<TextPart> lead, List<TextPart> headings) {

        Place place() {
            return Place.of(page, passage, statement.text());
        }
    }

    static ReadPage of(Page page) {
        List<Sentence> sentences = new ArrayList<>();
        for (Passage passage : page.passages()) {
            List<TextPart> headings = passage.headings().stream()
                    .flatMap(heading -> TextPart.of(heading).stream()).toList();
            Statement last = null;
            for (int at = 0; at < passage.statements().size(); at++) {
                Statement statement = passage.statements().get(at);
                boolean led = last != null && statement.form() != Statement.Form.SENTENCE
                        && statement.block() - last.block() <= 1;
                List<TextPart> lead = led && last != null ? TextPart.of(last) : List.of();
                sentences.add(new Sentence(page, passage, statement, TextPart.of(statement),
                        next(passage.statements(), at), lead, headings));
                last = statement.form() == Statement.Form.SENTENCE ? statement : last;
            }
        }
        return new ReadPage(page, TextPart.of(page.metadata().title()), List.copyOf(sentences));
    }

    private static List<TextPart> next(List<Statement> statements, int at) {
        Statement next = at + 1 < statements.size() ? statements.get(at + 1) : null;
        return next != null && next.block() == statements.get(at).block()
                && CONTINUES.matcher(next.text()).lookingAt() ? TextPart.of(next) : List.of();
    }

    /** Everything that is read on the page, without titles and headings. */
    Stream<TextPart> parts() {
        return sentences.stream().flatMap(sentence -> sentence.parts().stream());
    }
}
