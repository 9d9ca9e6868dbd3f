package se.lotsen.answering;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of {@code replies.<lang>.yaml} that are the assistant's, and what is filled in where a text names it in curly brackets. */
public final class ReplyFields {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Set<String> CONTACT = Set.of("name", "phone", "email");
    private static final Map<String, Set<String>> SWEDISH = Map.of("handover",
            Set.of("name", "phone", "email", "hours"), "pageOutdated", Set.of("title", "url"),
            "sourcesDisagree", Set.of("first", "second"));

    private ReplyFields() {
    }

    /** In the order of the format; all of them are mandatory but {@link #optional}. {@code card} is a list, the others are texts. */
    public static List<String> of(String language) {
        return Arrays.stream((language.equals("sv") ? Replies.class : LanguageCard.class)
                .getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** Whether it may be left out, and another text is said instead. */
    public static boolean optional(String field) {
        return Replies.OPTIONAL.contains(field);
    }

    /** Without brackets; empty for a text that stands as it is. */
    public static Set<String> placeholders(String language, String field) {
        return language.equals("sv")
                ? SWEDISH.getOrDefault(field, Set.of())
                : field.equals("handover") ? CONTACT : Set.of();
    }

    /** What a text asks for and is not filled in, in its order. */
    static List<String> unknown(String language, String field, String text) {
        Set<String> known = placeholders(language, field);
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1))
                .filter(name -> !known.contains(name)).toList();
    }
}
