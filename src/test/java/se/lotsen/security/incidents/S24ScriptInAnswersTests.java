package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import se.lotsen.knowledge.PagePreview;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.ServiceTest;

/**
 * S24, Onyx issue 3829, Botpress issue 12322, Program-O issue 406: script in an answer or a page. Browsers try it by
 * {@code scripts/browser-tests.sh}; here the server's own pages and all that becomes HTML. {@code -Dlotsen.payloads=7400} tries more.
 */
@ServiceTest
class S24ScriptInAnswersTests extends TownTests {
    private static final int PAYLOADS = Integer.getInteger("lotsen.payloads", 1_500);
    private static final Set<String> TAGS = Set.of("html", "head", "body", "p", "h1", "h2", "h3", "h4", "h5",
            "h6", "ul", "ol", "li", "a", "strong", "em", "code", "pre", "blockquote",
            "table", "thead", "tbody", "tr", "td", "th", "br", "hr", "section", "span", "div");
    private static final Set<String> ATTRIBUTES = Set.of("href", "id", "title", "class", "start", "align",
            "tabindex", "rel", "scope");
    private static final List<String> WRAPPED = List.of("%s", "[x](%s)", "![x](%s)", "[x]: %s\n\n[x]", "<%s>",
            "# %s", "* %s", "| a |\n|---|\n| %s |", "> %s", "```\n%s\n```", "`%s`", "[%s](https://a.example)",
            "[x](https://a.example \"%s\")", "**%s**", "<a href=\"%s\">x</a>", "<img src=\"%s\">");

    @Test
    void noPageEverBecomesMoreThanPlainMarkup() {
        SeededRandom random = new SeededRandom();
        List<String> texts = Hostile.texts(random, PAYLOADS);
        for (String text : texts) {
            String markdown = random.oneOf(WRAPPED).replace("%s", text);
            for (String html : PagePreview.of("x", "x", markdown).html()) {
                org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(html);
                assertThat(page.getAllElements()).allSatisfy(element -> {
                    assertThat(TAGS).as("%s %s", random, markdown)
                            .contains(element.tagName().replace("#root", "html"));
                    element.attributes().forEach(attribute -> {
                        assertThat(ATTRIBUTES).as("%s %s", random, markdown).contains(attribute.getKey());
                        if (attribute.getKey().equals("href")) {
                            assertThat(attribute.getValue().toLowerCase(Locale.ROOT))
                                    .as("%s %s", random, markdown)
                                    .matches("(?s)(https?:|mailto:|tel:).*|[^:]*|[^:/?#]*[/?#].*");
                        }
                    });
                });
            }
        }
        System.out.printf("| hostile pages (%s) | %d | 0 with an element or attribute that is not ours |%n",
                random, texts.size());
    }

    @Test
    void whatACitizenAsksIsTextOnEveryPage() {
        for (String text : List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                "<svg/onload=1>", "</textarea><b>")) {
            Talk talk = town.talk();
            town.citizen.ask(talk, "vad kostar " + text);
            String page = town.caller.send("GET", "/fraga", Town.holding(talk), null, "").body();
            assertThat(page).contains(HtmlUtils.htmlEscape(text, "UTF-8").replace("&#39;", "&#39;"))
                    .doesNotContain(text);
        }
    }

    @Test
    void noScriptOfOursMakesHtmlOutOfText() {
        Map<Path, String> scripts = Sources.of("src/main/resources/static", ".js");
        assertThat(Sources.containing(scripts,
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|srcdoc|createContextualFragment|setAttribute\\(['\"]on"))
                .isEmpty();
        Map<Path, String> templates = Sources.of("src/main/resources/templates", ".html");
        assertThat(Sources.containing(templates,
                "\\son[a-z]+=|th:on[a-z]+=|javascript:|<script(?![^>]*src=)[^>]*>|style=\"")).isEmpty();
        assertThat(Sources.containing(templates, "th:utext"))
                .as("each of these is made by us, from parts that are escaped")
                .containsExactlyInAnyOrder("parts.html", "preview.html", "source-page.html", "document.html");
    }
}
