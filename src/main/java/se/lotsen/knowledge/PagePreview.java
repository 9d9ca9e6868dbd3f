package se.lotsen.knowledge;

import java.util.List;

/**
 * A page's text as it would be shown and cut, whatever is wrong with its front matter: for whoever is writing it.
 *
 * @param html safe to show as it is; raw HTML in the text is shown as text
 * @param passages may be empty
 */
public record PagePreview(List<String> html, List<Passage> passages) {

    /** Of a body in Markdown. */
    public static PagePreview of(String id, String title, String markdown) {
        List<Passage> passages = PassageSplitter.markdown(id, title, MarkdownText.parse(markdown)).passages();
        return new PagePreview(
                PageSection.of(id, title, markdown).stream().map(PageSection::html)
                        .filter(html -> !html.isEmpty()).toList(),
                passages);
    }
}
