package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a page would look while somebody writes it. */
class PagePreviewTests {

    @Test
    void htmlInTheTextIsShownAsText() {
        PagePreview preview = PagePreview.of("a", "Rubrik",
                "Hej <script>alert(1)</script>\n\n[länk](javascript:alert(1)) <b onclick=x>fet</b>\n");
        assertThat(String.join("", preview.html())).contains("&lt;script&gt;").doesNotContain("<script",
                "<b ", "href=\"javascript:");
    }

    @Test
    void nothingWrittenIsNothingShown() {
        for (String nothing : new String[]{"", "\n", "   \n\n", "## \n"}) {
            assertThat(PagePreview.of("a", "Rubrik", nothing).passages()).as(nothing).isEmpty();
        }
        assertThat(PagePreview.of("a", "", "Text.\n").html()).isNotEmpty();
    }

    @Test
    void everyShippedPageIsCutAsItWillBeServed() throws Exception {
        for (Path file : PageDocumentTests.shipped().toList()) {
            Page page = Page.read(file.toString(), Files.readString(file), finding -> {
            }).orElseThrow();
            assertThat(PagePreview.of(page.id(), page.metadata().title(), page.markdown()).passages())
                    .as(file.toString()).isEqualTo(page.passages());
        }
    }
}
