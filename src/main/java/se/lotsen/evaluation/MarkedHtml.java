package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A page whose texts were marked while it was written: {@code [[m:…]]} main, {@code [[n:…]]} noise, {@code [[b:…]]} a
 * step of the breadcrumb, which is noise too. The marks themselves are gone from {@code html}; the lists hold plain text
 * in the order of the page, white space as single blanks.
 */
record MarkedHtml(String html, List<String> main, List<String> noise, List<String> breadcrumb) {
    private static final Pattern MARK = Pattern.compile("\\[\\[([mnb]):(.*?)]]", Pattern.DOTALL);

    static MarkedHtml read(String marked) {
        MarkedHtml page = new MarkedHtml(MARK.matcher(marked).replaceAll("$2"), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            String text = plain(mark.group(2));
            (mark.group(1).equals("m") ? page.main : page.noise).add(text);
            if (mark.group(1).equals("b")) {
                page.breadcrumb.add(text);
            }
        }
        return page;
    }

    private static String plain(String html) {
        String text = html.replaceAll("(?i)<br>", " ").replaceAll("<[^>]+>", "");
        return HtmlUtils.htmlUnescape(text).replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
