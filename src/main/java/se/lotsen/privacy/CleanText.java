package se.lotsen.privacy;

import java.text.Normalizer;

/**
 * Raw text made safe to read and to compare: Unicode form NFC, every line break a {@code \n}, no other control
 * character but the tab, nothing invisible (zero-width characters, direction marks, tag characters, variation
 * selectors), no lone surrogates. What a reader can see stays as it is. Cleaning twice equals cleaning once.
 */
final class CleanText {
    /** Real writing stacks fewer marks on a letter; longer stacks cost quadratic time to normalise. */
    private static final int MOST_MARKS = 16;
    /** Normalising may split one mark in several, so what goes in is cut more generously than what comes out. */
    private static final int MOST_RAW_MARKS = 4 * MOST_MARKS;

    private CleanText() {
    }

    /** The cleaned text; never longer than what NFC makes of {@code raw}. */
    static String of(String raw) {
        String visible = withoutLongStacks(visible(raw), MOST_RAW_MARKS);
        return withoutLongStacks(Normalizer.normalize(visible, Normalizer.Form.NFC), MOST_MARKS);
    }

    private static String visible(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length();) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < raw.length() && raw.charAt(i) == '\n') {
                continue;
            }
            if (isLineBreak(c)) {
                kept.append('\n');
            } else if (c == '\t' || !isInvisible(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u000b' || c == '\f' || c == '\u0085' || c == '\u2028'
                || c == '\u2029';
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> isBlankFiller(c) || isVariationSelector(c);
        };
    }

    /** Characters that Unicode calls letters, marks or symbols although they show nothing. */
    private static boolean isBlankFiller(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x2065
                || c == 0x2800
                || c == 0x3164 || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFF8)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private static String withoutLongStacks(String text, int mostMarks) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= mostMarks) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    /** Whether the character is written on top of the one before it. */
    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
