package se.lotsen.security.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.lotsen.testing.SeededRandom;

/**
 * Texts that try to be something else: markup, commands, templates, other people's lines in a log, other directions and halves of
 * characters. Ours, written and generated for these tests; {@link #MARK} stands in each.
 */
final class Hostile {
    /** An element and a word that nothing of ours has. */
    static final String MARK = "<bax9>";
    /** What {@code 7331*7331} gives: whoever shows it has evaluated a text. */
    static final String EVALUATED = "53743561";
    private static final List<String> MARKUP = List.of("<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>",
            "</textarea><script>1</script>", "</title><b>", "<!--", "]]>", "javascript:alert(1)",
            "data:text/html,<b>", "<iframe srcdoc='<b>'>",
            "<math><mtext><table><mglyph><style><img src=x onerror=1>", "<a href=\"//foreign.example\">x</a>",
            "<base href=//foreign.example>",
            "<meta http-equiv=refresh content=0>", "<form action=//foreign.example>", "&lt;b&gt;",
            "&#60;b&#62;", "<b/onclick=1>", "<x\u0000y>", "<ſcript>");
    private static final List<String> TEMPLATES = List.of("${7331*7331}", "#{7331*7331}", "*{7331*7331}",
            "[[${7331*7331}]]", "[(${7331*7331})]",
            "__${7331*7331}__", "@{/x(a=${7331*7331})}", "~{::x}", "{{7331*7331}}", "<%= 7331*7331 %>",
            "${T(java.lang.Runtime).getRuntime()}",
            "${jndi:ldap://127.0.0.1:9/x}", "#set($x=7331*7331)$x", "<#assign x=7331*7331>${x}",
            "%{7331*7331}", "{0}{1}{9}", "{}{}{}", "{0,choice,0#x}");
    private static final List<String> DATA = List.of("' or '1'='1' --", "\"; drop table event; --", "\\",
            "\\\\", "\"}", "\"},\"state\":\"closed\",{\"a\":\"", "\\u0022",
            "\\ud800", "%s%s%s%n%x", "%1$*2147483647d", "{\"$gt\":\"\"}", "`id`", "$(id)",
            "; cat /etc/passwd", "| id", "../../../../etc/passwd",
            "..\\..\\x", "file:///etc/passwd", "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+1", "-1+1", "NaN",
            "Infinity", "1e999999", "null", "undefined", "true", "NULL",
            "0x1F", "\ufeffx", "*|*", "(&(uid=*))",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "---\nsecret: true\n---",
            "!!javax.script.ScriptEngineManager");
    private static final List<String> LINES = List.of(
            "\r\n2026-11-24T09:00:00.000Z ERROR Forged: bax9 signed in", "\nINFO forged", "\rforged",
            "\u2028forged", "\u2029forged",
            "\u0085forged", "\u001b[2J\u001b[31mforged", "\u001b]0;forged\u0007", "\b\b\b\bforged", "\u007f",
            "\u0000", "\u000b", "\f", "\r\nSet-Cookie: forged=1", "\r\n\r\n<b>",
            "%0d%0aSet-Cookie:forged=1", "\t\t\t", "event: completed\ndata: {}\n\n");
    private static final List<String> SIGNS = List.of("\u202egpj.exe", "\u2066x\u2069", "\u200f\u061c",
            "\u200b\u200d\u2060", "\u00ad", "\ufffe\uffff", "\ud800", "\udc00\ud800",
            "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "Z\u0351\u036b\u0343\u032a\u0302",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\udff4\udb40\udc67\udb40\udc62",
            "\u0130\u0131", "ﷺ", "Ω≈ç√∫", "社會科學院",
            "مرحبا", "שלום", "\u0660\u0661", "ⅷ", "ﬁ", "\uff1cscript\uff1e", "\u2800", "\u3000",
            "İ".repeat(50), "\u0489");

    private Hostile() {
    }

    /** All of them, each with the mark, and some of them joined; from a seed. */
    static List<String> texts(SeededRandom random, int count) {
        List<String> all = Stream.of(MARKUP, TEMPLATES, DATA, LINES, SIGNS).flatMap(List::stream).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String one = i < all.size()
                    ? all.get(i)
                    : random.oneOf(all) + random.oneOf(all) + random.oneOf(all);
            texts.add(i % 2 == 0 ? MARK + one : one + MARK);
        }
        return texts;
    }

    /** How many there are without any that are joined. */
    static int size() {
        return MARKUP.size() + TEMPLATES.size() + DATA.size() + LINES.size() + SIGNS.size();
    }
}
