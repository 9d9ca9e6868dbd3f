package se.lotsen.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationEvent.Citation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the agent was told at the handover, read from the stored document. Whoever wrote it may have left anything out or
 * written something else: what is not of the form is not there. It is text for a page, never markup.
 *
 * @param reason a code; empty when unknown
 * @param draft null when there is none
 */
record Packet(String reason, String language, List<String> questions, List<Tried> sources,
        List<String> missing, String topic, @Nullable Draft draft, String wish) {
    static final Packet NONE = new Packet("", "", List.of(), List.of(), List.of(), "", null, "");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Only our own pages are linked to: the document may quote what a citizen wrote. */
    private static final String OURS = "/knowledge/";

    /** A page that the assistant found; {@code percent} is null when there is no score. */
    record Tried(String title, String url, @Nullable Integer percent) {
    }

    /** A reply to begin with. */
    record Draft(String text, List<Citation> sources) {
    }

    static Packet of(String document) {
        JsonNode json;
        try {
            json = JSON.readTree(document);
        } catch (JacksonException e) {
            return NONE;
        }
        return new Packet(text(json, "reason"), text(json, "language"), texts(json.path("question")),
                tried(json.path("sources")), texts(json.path("missing")), text(json, "topic"),
                draft(json.path("draft")), text(json, "wish"));
    }

    private static List<Tried> tried(JsonNode sources) {
        List<Tried> tried = new ArrayList<>();
        for (JsonNode source : sources.isArray() ? sources : List.<JsonNode>of()) {
            String title = text(source, "title");
            JsonNode score = source.path("score");
            tried.add(new Tried(title.isEmpty() ? text(source, "page") : title, ours(text(source, "url")),
                    score.isNumber() ? percent(score.doubleValue()) : null));
        }
        return List.copyOf(tried);
    }

    static int percent(double share) {
        return (int) Math.round(100 * Math.clamp(share, 0, 1));
    }

    private static @Nullable Draft draft(JsonNode draft) {
        String text = draft.isString() ? draft.stringValue().strip() : text(draft, "text");
        if (text.isEmpty()) {
            return null;
        }
        List<Citation> sources = new ArrayList<>();
        for (JsonNode source : draft.path("sources").isArray()
                ? draft.path("sources")
                : List.<JsonNode>of()) {
            String url = ours(text(source, "url"));
            if (!url.isEmpty()) {
                String heading = text(source, "heading");
                sources.add(new Citation(text(source, "page"),
                        heading.isEmpty() ? text(source, "title") : heading, url));
            }
        }
        return new Draft(text, List.copyOf(sources));
    }

    private static String ours(String url) {
        return url.startsWith(OURS) ? url : "";
    }

    private static String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isString() ? value.stringValue().strip() : "";
    }

    /** One text or several; of objects, their text. */
    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            String text = one.isString() ? one.stringValue().strip() : text(one, "text");
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }
}
