package se.lotsen.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides e-mail addresses: with any letters in the domain, without its last part ("namn@gmail"), with spaces around the
 * sign, or with the sign written out: "namn (at) exempel.se", "namn snabel-a exempel punkt se".
 */
final class EmailAddresses {
    private static final String SPACE = "[\\t\\p{Zs}]";
    /** Group 1: the sign alone; group 2: the sign as a word. */
    private static final Pattern SIGN = Pattern.compile("(?iu)" + SPACE + "{0,2}([@＠﹫])" + SPACE + "{0,2}|("
            + SPACE + "{0,2}[(\\[{<]" + SPACE + "?(?:at|@|snabel[- ]?a)" + SPACE + "?[)\\]}>]" + SPACE
            + "{0,2}|\\(a\\)|"
            + SPACE + "{1,3}snabel[- ]?a" + SPACE + "{1,3})");
    private static final String LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,62}";
    private static final String TOP = "(?:xn--[a-z0-9-]{2,59}|\\p{L}[\\p{L}\\p{M}]{1,62})";
    private static final String COMMON_TOP = "(?:se|nu|com|net|org|eu|info|io|no|dk|fi|de|uk)(?![\\p{L}\\p{M}])";
    /** The first form ends before a sentence that begins without a space: "namn@exempel.se.Tack". */
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "[.．。]){1,8}?" + COMMON_TOP
            + "(?=[.]\\p{Lu}\\p{Ll})|(?:" + LABEL + "[.．。]){1,8}" + TOP);
    private static final Pattern COMMON_DOMAIN = Pattern.compile(
            "(?iu)(?:" + LABEL + "[.．。]){1,8}" + COMMON_TOP);
    private static final String DOT = "(?:[.．。]|" + SPACE + "?[(\\[]" + SPACE + "?(?:punkt|dot|[.])" + SPACE
            + "?[)\\]]"
            + SPACE + "?|" + SPACE + "(?:punkt|dot)" + SPACE + ")";
    private static final Pattern SPELT_DOMAIN = Pattern.compile("(?iu)(?:" + LABEL + DOT + "){1,8}" + TOP);
    private static final Pattern UNFINISHED_DOMAIN = Pattern.compile("\\p{L}[\\p{L}\\p{M}]{2,62}");
    private static final Pattern DOT_IN_WORDS = Pattern.compile("(?iu)" + DOT);
    private static final String LOCAL_SIGNS = "._%+-&'~";

    private EmailAddresses() {
    }

    /** Hides what is not the municipality's own. */
    static void hide(CharSequence text, KnownContacts known, Redaction redaction) {
        Matcher sign = SIGN.matcher(text);
        Matcher domain = DOMAIN.matcher(text);
        while (sign.find()) {
            int local = localStart(text, sign.start(), redaction.floor());
            if (local < sign.start() && findDomain(domain, sign, sign.start() - local)) {
                String host = DOT_IN_WORDS.matcher(domain.group()).replaceAll(".");
                if (known.hasEmail(text.subSequence(local, sign.start()).toString(), host)) {
                    redaction.leave(domain.end());
                } else {
                    redaction.hide(local, domain.end(), PersonalDataKind.EMAIL);
                }
            }
        }
    }

    private static int localStart(CharSequence text, int end, int floor) {
        int start = end;
        while (start > floor && isLocal(Character.codePointBefore(text, start))) {
            start -= Character.charCount(Character.codePointBefore(text, start));
        }
        while (start < end && LOCAL_SIGNS.indexOf(text.charAt(start)) >= 0 && text.charAt(start) != '_') {
            start++;
        }
        return start;
    }

    private static boolean isLocal(int c) {
        return Character.isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0 || CleanText.isMark(c);
    }

    /** The looser the sign is written, the more the domain must look like one. */
    private static boolean findDomain(Matcher domain, Matcher sign, int localLength) {
        domain.region(sign.end(), domain.regionEnd());
        if (sign.group(1) == null) {
            return domain.usePattern(SPELT_DOMAIN).lookingAt();
        }
        if (sign.end() - sign.start() > 1) {
            return domain.usePattern(COMMON_DOMAIN).lookingAt();
        }
        return domain.usePattern(DOMAIN).lookingAt()
                || (localLength > 1 && domain.usePattern(UNFINISHED_DOMAIN).lookingAt());
    }
}
