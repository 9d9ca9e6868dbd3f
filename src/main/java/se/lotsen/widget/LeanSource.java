package se.lotsen.widget;

import java.util.regex.Pattern;

/**
 * A script or style sheet without what is there for its readers: comments that have lines of their own, and indentation. It is
 * no minifier: a text over several lines would be changed, and is the caller's to refuse.
 */
public final class LeanSource {
    private static final Pattern COMMENT = Pattern.compile("(?ms)^ *(/\\*.*?\\*/|//[^\\n]*)\\n");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\n]+");

    private LeanSource() {
    }

    /** @param source with line feeds */
    public static String of(String source) {
        return INDENT.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
    }
}
