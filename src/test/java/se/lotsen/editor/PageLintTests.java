package se.lotsen.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.editor.PageLint.Check;
import se.lotsen.editor.PageLint.Part;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;
import se.lotsen.knowledge.PageDocument.Service;

/** Which parts of the template a page has. */
class PageLintTests {

    private static boolean has(Part part, PageDocument page) {
        return PageLint.of(page).stream().collect(Collectors.toMap(Check::part, Check::there)).get(part);
    }

    private static PageDocument page(@Nullable String contact, @Nullable String route,
            @Nullable Service service, @Nullable List<String> phrasings) {
        return PageDocument.of(new Fields("a", "A", null, null, null, null, null, null, null, null, service,
                route, contact, null, phrasings, null, null, null, null, null), "Text.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WHAT        | true  | Du kan söka bidrag för att anpassa bostaden om du har en funktionsnedsättning.
            WHAT        | false | Kort ingress.
            WHAT        | false | ## Rubrik som är lång nog att räknas om den fick vara en ingress här
            WHO         | true  | Tjänsten är till för äldre.
            WHO         | true  | Du som har fyllt 65 kan söka.
            WHO         | true  | Barn åker gratis.
            WHO         | false | Sidan beskriver huset.
            WHO         | false | Skolbarnomsorgen finns.
            COST        | true  | Det kostar inget.
            COST        | true  | Priset är 1 200 kr.
            COST        | true  | Det är gratis.
            COST        | false | Huset har 1 200 kronblad.
            COST        | false | Öppet alla dagar.
            TIME        | true  | Det tar fyra veckor.
            TIME        | true  | Det gäller i ett år.
            TIME        | true  | Öppet klockan 10.
            TIME        | false | Huset är rött.
            TIME        | false | Fåret ligger i båren.
            HOW         | true  | Så här:\\n\\n1. Logga in
            HOW         | true  | Ring oss.
            HOW         | true  | Fyll i blanketten.
            HOW         | false | Huset är rött.
            HOW         | false | Varje treåring får en plats.
            CONTACT     | true  | Ring 031-390 06 00.
            CONTACT     | true  | Skriv till oss med e-post.
            CONTACT     | false | Varje treåring får en plats.
            CONTACT     | false | Huset är rött.
            """)
    void aPartIsThereWhereTheTextSaysIt(Part part, boolean there, String body) {
        PageDocument page = PageDocument.of(Fields.NONE, body.replace("\\n", "\n") + "\n");
        assertThat(has(part, page)).as(body).isEqualTo(there);
    }

    @Test
    void fieldsSayTheRest() {
        PageDocument nothing = page(null, " ", null, List.of("en", "två", "tre"));
        Service service = new Service("Ansök", "https://e.lindakra.example/", true, false, false);
        PageDocument all = page("kontaktcenter", "Ring oss.", service, List.of("1", "2", "3", "4"));
        for (Part part : List.of(Part.CONTACT, Part.NON_DIGITAL, Part.E_SERVICE, Part.PHRASINGS)) {
            assertThat(has(part, nothing)).as("%s", part).isFalse();
            assertThat(has(part, all)).as("%s", part).isTrue();
        }
        assertThat(has(Part.E_SERVICE, page(null, null, new Service("Namn", null, true, true, true), null)))
                .isFalse();
        assertThat(PageLint.of(nothing)).extracting(Check::part).containsExactly(Part.values());
    }
}
