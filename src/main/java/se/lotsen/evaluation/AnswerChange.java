package se.lotsen.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lotsen.evaluation.RowFile.Row;

/**
 * A row whose answer changed.
 *
 * @param key the row's id, with {@code #turn} for a turn
 * @param kindBefore contract names of the kinds
 * @param pageBefore first pages; {@code -} for none
 * @param kind whether the kind changed; likewise {@code page} and {@code text}
 */
public record AnswerChange(String key, String question, String kindBefore, String kindAfter,
        String pageBefore,
        String pageAfter, boolean kind, boolean page, boolean text) {

    static @Nullable AnswerChange of(Row before, Row after) {
        GivenAnswer old = before.given();
        GivenAnswer now = after.given();
        boolean kind = old.kind() != now.kind();
        boolean page = !old.firstPage().equals(now.firstPage());
        boolean text = !old.text().equals(now.text());
        return kind || page || text
                ? new AnswerChange(before.key(), before.question(), old.kind().wireName(),
                        now.kind().wireName(), dash(old.firstPage()), dash(now.firstPage()), kind, page,
                        text)
                : null;
    }

    private static String dash(String page) {
        return page.isEmpty() ? "-" : page;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", key);
        json.put("kindBefore", kindBefore);
        json.put("kindAfter", kindAfter);
        json.put("pageBefore", pageBefore);
        json.put("pageAfter", pageAfter);
        json.put("textChanged", text);
        return json;
    }
}
