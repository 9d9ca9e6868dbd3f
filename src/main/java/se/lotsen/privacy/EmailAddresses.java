package se.lotsen.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides e-mail addresses: with any letters in the domain, without its last part ("namn@gmail"), with spaces around the
 * sign, or with the sign written out: "namn (at) exempel.se", "namn snabel-a exempel punkt se".
 */
final class EmailAddresses {
    private static final String SPACE = "[\\t\\p{Zs}]";
    private static final String SIGN_IN_BRACKETS = SPACE + "{0,2}[(\\[{<]" + SPACE + "?(?:at|@|snabel[- ]?a)"
            + SPACE
            + "?[)\\]}>]" + SPACE + "{0,2}|\\(a\\)";
    private static final String SIGN_IN_WORDS = SPACE + "{1,3}snabel[- ]?a" + SPACE + "{1,3}";
    /** Group 1 is the sign itself; without it the sign is written out. */
    private static final Pattern SIGN = Pattern.compile("(?iu)" + SPACE + "{0,2}([@＠﹫])" + SPACE + "{0,2}|"
            + SIGN_IN_BRACKETS + "|" + SIGN_IN_WORDS);
    private static final String DOT = "[.．。]";
    private static final String DOT_IN_BRACKETS = SPACE + "?[(\\[]" + SPACE + "?(?:punkt|dot|[.])" + SPACE
            + "?[)\\]]"
            + SPACE + "?";
    private static final String DOT_IN_WORDS = SPACE + "(?:punkt|dot)" + SPACE;
    private static final Pattern ANY_DOT = Pattern.compile(
            "(?iu)" + DOT + "|" + DOT_IN_BRACKETS + "|" + DOT_IN_WORDS);
    private static final String LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,62}";
    private static final String LABELS = "(?:" + LABEL + DOT + "){1,8}";
    private static final String TOP = "(?:xn--[a-z0-9-]{2,59}|\\p{L}[\\p{L}\\p{M}]{1,62})";
    private static final String COMMON_TOP = "(?:se|nu|com|net|org|eu|info|io|no|dk|fi|de|uk)(?![\\p{L}\\p{M}])";
    /** The first form ends before a sentence that begins without a space: "namn@exempel.se.Tack". */
    private static final Pattern DOMAIN = Pattern.compile(
            LABELS + "?" + COMMON_TOP + "(?=[.]\\p{Lu}\\p{Ll})|" + LABELS + TOP);
    private static final Pattern COMMON_DOMAIN = Pattern.compile("(?iu)" + LABELS + COMMON_TOP);
    private static final Pattern SPELT_DOMAIN = Pattern.compile(
            "(?iu)(?:" + LABEL + "(?:" + ANY_DOT.pattern() + ")){1,8}" + TOP);
    private static final Pattern UNFINISHED_DOMAIN = Pattern.compile("\\p{L}[\\p{L}\\p{M}]{2,62}");
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
                String host = ANY_DOT.matcher(domain.group()).replaceAll(".");
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
