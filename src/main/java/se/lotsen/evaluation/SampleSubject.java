package se.lotsen.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.StringUtils;

/** What a sample page is about: its title, its path and the words its texts are filled with. */
record SampleSubject(String title, String path, Map<String, String> words) {

    /** One line of topics (name, folder, area, unit), an aspect with {x} for the topic, and a part from 1. */
    static SampleSubject of(String topicLine, String aspect, int part) {
        List<String> topic = List.of(topicLine.split("\\|"));
        String whole = aspect.replace("{x}", topic.get(0)) + (part == 1 ? "" : ", del " + part);
        String title = StringUtils.capitalize(whole);
        return new SampleSubject(title, "/" + topic.get(1) + "/" + slug(title) + ".html",
                Map.of("title", title, "topic", topic.get(0), "topic.cap",
                        StringUtils.capitalize(topic.get(0)),
                        "word", slug(topic.get(0)), "area", topic.get(1), "area.name", topic.get(2), "unit",
                        topic.get(3)));
    }

    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
