package se.lotsen.widget;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One content security policy of a site, read as browsers do (Content Security Policy Level 3): a directive that is written
 * twice counts the first time, names in any letters.
 */
final class ContentPolicy {
    private static final Pattern HEADER = Pattern.compile("content-security-policy(-report-only)?\\s*[:=]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile(
            "<meta\\b[^>]*\\bcontent\\s*=\\s*(\"[^\"]*\"|'[^']*')[^>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE = Pattern
            .compile("(?:([a-z][a-z0-9+.-]*)://)?(\\*|(?:\\*\\.)?[^:/*]+)(?::(\\d+|\\*))?(/.*)?");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Map<String, List<String>> directives = new LinkedHashMap<>();

    private ContentPolicy(String policy) {
        for (String directive : policy.split(";")) {
            List<String> words = Arrays.stream(directive.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty()).toList();
            if (!words.isEmpty()) {
                directives.putIfAbsent(words.getFirst().toLowerCase(Locale.ROOT),
                        words.subList(1, words.size()));
            }
        }
    }

    /** Every policy in what somebody has pasted: the value alone, with the header's name, or as a meta element. */
    static List<ContentPolicy> of(String pasted) {
        String text = META.matcher(pasted).replaceAll(meta -> Matcher.quoteReplacement(
                "," + meta.group(1).substring(1, meta.group(1).length() - 1)));
        return Arrays.stream(HEADER.matcher(text).replaceAll(",").split(","))
                .map(ContentPolicy::new).filter(policy -> !policy.directives.isEmpty()).toList();
    }

    boolean has(String directive) {
        return directives.containsKey(directive);
    }

    List<String> sources(String directive) {
        return directives.getOrDefault(directive, List.of());
    }

    boolean says(String directive, String keyword) {
        return sources(directive).stream().anyMatch(keyword::equalsIgnoreCase);
    }

    /** Whether one of the directive's sources covers the address. A foreign site's {@code 'self'} is not ours. */
    boolean covers(String directive, URI address) {
        return sources(directive).stream()
                .anyMatch(source -> matches(source.toLowerCase(Locale.ROOT), address));
    }

    private static boolean matches(String source, URI address) {
        if (source.startsWith("'")) {
            return false;
        }
        if (source.endsWith(":")) {
            return source.equals(address.getScheme() + ":") || source.equals("http:");
        }
        Matcher parts = SOURCE.matcher(source);
        return parts.matches() && scheme(parts.group(1), address) && host(parts.group(2), address.getHost())
                && (parts.group(2).equals("*") && parts.group(3) == null || port(parts.group(3), address))
                && path(parts.group(4), address.getPath());
    }

    private static boolean scheme(@Nullable String scheme, URI address) {
        return scheme == null || scheme.equals(address.getScheme()) || scheme.equals("http");
    }

    private static boolean host(String pattern, String host) {
        return pattern.equals("*") || pattern.equals(host)
                || pattern.startsWith("*.") && host.endsWith(pattern.substring(1));
    }

    private static boolean port(@Nullable String port, URI address) {
        int usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
        int actual = address.getPort() < 0 ? usual : address.getPort();
        return port == null ? actual == usual : port.equals("*") || Integer.toString(actual).equals(port);
    }

    private static boolean path(@Nullable String pattern, String path) {
        return pattern == null || (pattern.endsWith("/") ? path.startsWith(pattern) : path.equals(pattern));
    }

    /** The directive as it must be written: {@code like}'s sources and one more, without {@code 'none'}. */
    String with(String directive, String like, String origin) {
        return directive + " " + sources(like).stream().filter(source -> !source.equalsIgnoreCase("'none'"))
                .map(source -> source + " ").collect(Collectors.joining()) + origin;
    }
}
