package se.lotsen.grounding;

import org.jspecify.annotations.Nullable;

/** Tells web and e-mail addresses from words and numbers. */
final class Addresses {
    private Addresses() {
    }

    /** The type of address that the stretch is; null when it is none. */
    static Token.@Nullable Type type(String text, int start, int end) {
        if (end - start < 4) {
            return null;
        }
        boolean dotted = false;
        boolean letters = false;
        for (int at = start; at < end; at++) {
            char unit = text.charAt(at);
            if (unit == '@' && at > start) {
                return Token.Type.EMAIL;
            }
            dotted |= unit == '.';
            letters |= Character.isLetter(unit);
        }
        if (text.startsWith("://",
                Math.min(end, text.indexOf(':', start) < 0 ? end : text.indexOf(':', start)))
                || text.startsWith("www.", start)) {
            return Token.Type.LINK;
        }
        return dotted && letters && isDomain(text.substring(start, end)) ? Token.Type.LINK : null;
    }

    /** Labels parted by dots, the last of letters only, perhaps with a path: "lindakra.example/fraga". */
    private static boolean isDomain(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        int lastDot = host.lastIndexOf('.');
        if (lastDot <= 0 || host.length() - lastDot < 3
                || Words.LINK_ABBREVIATIONS.contains(host.toLowerCase(java.util.Locale.ROOT))) {
            return false;
        }
        for (int at = 0; at < host.length(); at++) {
            char unit = host.charAt(at);
            boolean allowed = Character.isLetter(unit)
                    || at < lastDot && (Tokens.isDigit(unit) || unit == '-' || unit == '.');
            if (!allowed && at != lastDot) {
                return false;
            }
        }
        return Character.isLetter(host.charAt(0)) && !host.contains("..");
    }

    /** Schemes, "www.", case and a closing slash do not tell addresses apart. */
    static String canonical(String lower) {
        String address = lower;
        for (String head : new String[]{"https://", "http://", "mailto:", "www."}) {
            address = address.startsWith(head) ? address.substring(head.length()) : address;
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
