package se.lotsen.knowledge;

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
 * the tags. CommonMark's own text renderer writes targets, quotation marks and the bars of tables into it.
 */
final class PlainText {
    private final StringBuilder text = new StringBuilder();

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
            case Text words -> text.append(words.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case FencedCodeBlock code -> text.append(code.getLiteral());
            case IndentedCodeBlock code -> text.append(code.getLiteral());
            case HtmlBlock html -> betweenTags(html.getLiteral());
            case HtmlInline html -> text.append(html.getLiteral().startsWith("<br") ? " " : "");
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
            text.append(html, at, tag).append(' ');
            boolean comment = html.startsWith("<!--", tag);
            int end = html.indexOf(comment ? "-->" : ">", tag);
            at = end < 0 ? html.length() : end + (comment ? 3 : 1);
        }
        text.append(html, at, html.length());
    }
}
