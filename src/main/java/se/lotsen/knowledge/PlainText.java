package se.lotsen.knowledge;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words of a Markdown node as they are read aloud: of a link its text without its target, of HTML what stands between
 * the tags, unless it is hidden. CommonMark's own text renderer writes targets, quotation marks and the bars of tables into it.
 */
final class PlainText {
    private static final Pattern NAME = Pattern.compile("^<\\s*(/?)\\s*([a-zA-Z][\\w-]*)");
    /** What a browser shows to nobody must not be said to anybody: it is no editor's text that was ever proofread. */
    private static final Pattern HIDING = Pattern.compile("(?is)^<(?:script|style|template)\\b"
            + "|(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d]*[1-9])|opacity\\s*:\\s*0(?![.\\d]*[1-9]))"
            + "|\\s(?:hidden(?=[\\s=/>])|aria-hidden\\s*=\\s*[\"']?true)");

    private final StringBuilder text = new StringBuilder();
    /** The element that hides what is read now; empty for none. */
    private String hiding = "";
    private int depth;

    private PlainText() {
    }

    /** Without recursion, so that no depth of nesting can end the thread. */
    static String of(Node root) {
        PlainText plain = new PlainText();
        Node node = root;
        while (node != null) {
            plain.enter(node);
            node = node.getFirstChild() != null ? node.getFirstChild() : plain.after(node, root);
        }
        return plain.text.toString();
    }

    private @Nullable Node after(Node left, Node root) {
        Node node = left;
        while (node != null && node != root) {
            if (node instanceof Block) {
                text.append(' ');
            }
            if (node.getNext() != null) {
                return node.getNext();
            }
            node = node.getParent();
        }
        return null;
    }

    private void enter(Node node) {
        switch (node) {
            case Text words -> say(words.getLiteral());
            case Code code -> say(code.getLiteral());
            case FencedCodeBlock code -> say(code.getLiteral());
            case IndentedCodeBlock code -> say(code.getLiteral());
            case HtmlBlock html -> betweenTags(html.getLiteral());
            case HtmlInline html -> {
                tag(html.getLiteral());
                say(html.getLiteral().startsWith("<br") ? " " : "");
            }
            case SoftLineBreak line -> text.append(' ');
            case HardLineBreak line -> text.append(' ');
            default -> {
                // Holds others, or says nothing.
            }
        }
    }

    private void betweenTags(String html) {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                break;
            }
            say(html.substring(at, tag) + " ");
            boolean comment = html.startsWith("<!--", tag);
            int end = html.indexOf(comment ? "-->" : ">", tag);
            at = end < 0 ? html.length() : end + (comment ? 3 : 1);
            tag(html.substring(tag, at));
        }
        say(html.substring(at));
    }

    private void say(String words) {
        if (hiding.isEmpty()) {
            text.append(words);
        }
    }

    /** Tells where text that is hidden begins and ends. */
    private void tag(String tag) {
        Matcher name = NAME.matcher(tag);
        if (!name.find()) {
            return;
        }
        boolean closing = !name.group(1).isEmpty();
        String element = name.group(2).toLowerCase(Locale.ROOT);
        if (hiding.isEmpty()) {
            if (!closing && HIDING.matcher(tag).find()) {
                hiding = element;
                depth = 1;
            }
        } else if (element.equals(hiding)) {
            depth += closing ? -1 : 1;
            hiding = depth > 0 ? hiding : "";
        }
    }
}
