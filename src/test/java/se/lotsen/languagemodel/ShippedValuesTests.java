package se.lotsen.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Statement;
import se.lotsen.testing.KnowledgeFiles;

/** Every value of every shipped page, found by rules that share nothing with those of the tokens. */
class ShippedValuesTests {
    private static final Pattern LEFT = Pattern.compile("://|www\\.|@"
            + "|(?<![\\d.])0\\d{1,3}[-–]\\s?\\d{2,}|\\+46"
            + "|\\d\\s?(?:kronor|krona|kr\\b|öre\\b|procent|%|:-)");

    private final Library library = Library.read(KnowledgeFiles.shipped());

    @Test
    void noLinkAddressNumberOrSumIsLeftInAText() {
        List<String> left = new ArrayList<>();
        texts().forEach(text -> {
            String hidden = new ValueTokens().hidden(text);
            if (LEFT.matcher(hidden).find()) {
                left.add(hidden);
            }
        });
        assertThat(left).isEmpty();
        assertThat(texts().filter(text -> LEFT.matcher(text).find())).as("texts with values")
                .hasSizeGreaterThan(200);
    }

    @Test
    void everyTextComesBackLetterForLetter() {
        for (Page page : library.pages().values()) {
            ValueTokens values = new ValueTokens();
            texts(page).forEach(text -> assertThat(values.shown(values.hidden(text))).as(page.id())
                    .hasValue(text));
        }
    }

    private Stream<String> texts() {
        return library.pages().values().stream().flatMap(ShippedValuesTests::texts);
    }

    private static Stream<String> texts(Page page) {
        return page.passages().stream().flatMap(passage -> Stream.of(Stream.of(passage.pageTitle()),
                passage.headings().stream(), passage.statements().stream().map(Statement::text))
                .flatMap(text -> text));
    }
}
