package se.lotsen.knowledge;

import java.util.List;

/**
 * Something wrong in a file of the knowledge base: where, what and how to mend it. The report and the start-up log turn
 * it into a sentence for editors by the message {@code finding.<code>} with {@code arguments}.
 *
 * @param file path relative to the knowledge-base folder, with forward slashes
 * @param line 1-based; 0 when the whole file is meant
 * @param code stable name of the fault
 * @param arguments what the message's placeholders stand for
 */
public record Finding(String file, int line, Code code, List<String> arguments) {

    /** The faults that are told apart. Every one of them leaves something out, so {@code check} fails on each. */
    public enum Code {
        /** The folder or file does not exist. */
        MISSING,
        /** The file exists but cannot be read. */
        UNREADABLE,
        /** The file's bytes are not UTF-8. */
        NOT_UTF8,
        /** The file is larger than a page may be. */
        TOO_LARGE,
        /** A page does not begin with a front-matter block. */
        NO_FRONT_MATTER,
        /** YAML that cannot be parsed. */
        BROKEN_YAML,
        /** A field that the format does not have. */
        UNKNOWN_FIELD,
        /** A mandatory field is missing or empty. */
        MISSING_FIELD,
        /** A value of the wrong form. */
        INVALID_VALUE,
        /** Two pages with the same id; the later file is left out. */
        DUPLICATE_ID,
        /** A page without any text. */
        NO_BODY,
        /** A reference to something that no other file defines. */
        UNKNOWN_REFERENCE,
        /** Two colours that stand on each other and cannot be told apart by everybody. */
        LOW_CONTRAST,
        /** The folder holds no page that can be served. */
        NO_PAGES
    }

    /** A finding with its arguments. */
    public static Finding of(String file, int line, Code code, String... arguments) {
        return new Finding(file, line, code, List.of(arguments));
    }
}
