package se.lotsen.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreadcrumbsTests {

    @ParameterizedTest
    @ValueSource(strings = {
            "<nav aria-label='Brödsmulor'><ol><li><a>Start</a></li><li><a>Bygga</a></li><li>Bygglov</li></ol></nav>",
            "<div class='page-breadcrumbs'><a>Start</a> / <a>Bygga</a> / <span>Bygglov</span></div>",
            "<div class='breadcrumb'><a>Start</a><a>Bygga</a>Bygglov</div>",
            "<p>Du är här: <a>Start</a> &gt; <a>Bygga</a> &gt; Bygglov</p>",
            "<div><span>Du är här:</span> <a>Start</a> » <a>Bygga</a> » Bygglov</div>",
            "<ul itemtype='https://schema.org/BreadcrumbList'><li><a>Start</a> ›</li><li><a>Bygga</a> ›</li><li>Bygglov</li></ul>",
            """
                    <script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[
                    {"@type":"ListItem","position":1,"name":"Start"},{"@type":"ListItem","position":2,"item":{"name":"Bygga"}},
                    {"@type":"ListItem","position":3,"name":"Bygglov"}]}</script>"""})
    void theWayIsFoundHoweverItIsShown(String html) {
        assertThat(Breadcrumbs.of(Jsoup.parse(html + "<p>Text om bygglov.</p>"), null).steps())
                .containsExactly("Start", "Bygga", "Bygglov");
    }

    @Test
    void aPageMayShowNone() {
        assertThat(Breadcrumbs.of(Jsoup.parse("<p>Hej</p>"), null).steps()).isEmpty();
    }
}
