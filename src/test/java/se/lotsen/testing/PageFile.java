package se.lotsen.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of a page's file, whole and right unless told otherwise: {@code aPage("bygglov").without("owner")}. */
public final class PageFile {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String body = "Du behöver bygglov för att bygga ett hus.\n";
    private String lineEnd = "\n";

    private PageFile(String id) {
        fields.put("id", id);
        fields.put("title", "Om " + id);
        fields.put("url", "https://www.lindakra.example/" + id);
        fields.put("area", "bygga-och-bo");
        fields.put("owner", "Samhällsbyggnadsförvaltningen");
        fields.put("audience", "[residents]");
        fields.put("reviewed", "2026-09-21");
        fields.put("reviewBy", "2027-09-21");
        fields.put("eService", "{name: Ansök, url: 'https://e.lindakra.example/', eId: true, signing: true,"
                + " payment: false}");
        fields.put("nonDigitalRoute", "Ring oss.");
        fields.put("contact", "kontaktcenter");
        fields.put("questions", "[Vad gäller?]");
        fields.put("phrasings", "[en fråga, två frågor, tre frågor, fyra frågor]");
    }

    public static PageFile aPage(String id) {
        return new PageFile(id);
    }

    /** Sets a field as YAML, in the place where it stood or else last. */
    public PageFile with(String field, String yaml) {
        fields.put(field, yaml);
        return this;
    }

    public PageFile without(String... names) {
        List.of(names).forEach(fields::remove);
        return this;
    }

    public PageFile phrasings(String... phrasings) {
        List<String> four = new ArrayList<>(List.of(phrasings));
        while (four.size() < 4) {
            four.add("utfyllnad " + four.size());
        }
        return with("phrasings", "[" + String.join(", ", four) + "]");
    }

    public PageFile body(String markdown) {
        body = markdown;
        return this;
    }

    public PageFile lineEnd(String end) {
        lineEnd = end;
        return this;
    }

    /** The 1-based line on which a field stands. */
    public int lineOf(String field) {
        return 2 + List.copyOf(fields.keySet()).indexOf(field);
    }

    /** How many lines the front matter has, its two fences with it. */
    public int frontMatterLines() {
        return fields.size() + 2;
    }

    public String text() {
        StringBuilder text = new StringBuilder("---\n");
        fields.forEach((name, yaml) -> text.append(name).append(": ").append(yaml).append('\n'));
        return text.append("---\n").append(body).toString().replace("\n", lineEnd);
    }
}
