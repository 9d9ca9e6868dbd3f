package se.lotsen.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever a text is made of, it is read as that text. */
class MarkdownEscapeTests {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .build();
    private static final String SIGNS = "abcå 12.)(*_`~#+-=>|[]<!&;:\"'\\/{}$%^ ";

    @RepeatedTest(2_000)
    void everyTextIsReadAsItIsWritten(RepetitionInfo info) {
        Random random = new Random(20261129L + info.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 25); i > 0; i--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        String plain = text.toString().strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            return;
        }
        Node document = PARSER.parse(MarkdownEscape.paragraph(plain));
        assertThat(TextContentRenderer.builder().build().render(document)).isEqualTo(plain);
        assertThat(document.getFirstChild()).isInstanceOf(org.commonmark.node.Paragraph.class)
                .isSameAs(document.getLastChild());
    }
}
