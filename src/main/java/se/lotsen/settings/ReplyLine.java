package se.lotsen.settings;

import java.util.List;

/**
 * A text of a file of replies.
 *
 * @param name such as {@code handover} or {@code person.claimed}
 * @param text one line for each entry of a list
 * @param placeholders what can be named in it, with their curly brackets
 * @param optional whether it may be left out
 */
public record ReplyLine(String name, String text, List<String> placeholders, boolean optional) {
    public ReplyLine {
        placeholders = List.copyOf(placeholders);
    }
}
