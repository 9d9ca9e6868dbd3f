package se.lotsen.extraction;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text every element holds, and how much of it is links; counted once in one pass. */
final class TextWeight {
    private static final int SMALL = 100;

    private final Map<Element, int[]> counts = new IdentityHashMap<>();

    private TextWeight() {
    }

    static TextWeight of(Element root) {
        TextWeight weight = new TextWeight();
        NodeTraversor.traverse(new NodeVisitor() {
            private int links;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    weight.add(node.parentNode(), letters(text.getWholeText()), links > 0);
                } else if (node instanceof Element element) {
                    weight.count(element)[3]++;
                    if (element.normalName().equals("a")) {
                        links++;
                        weight.count(element)[2]++;
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    links -= element.normalName().equals("a") ? 1 : 0;
                    if (element != root && element.parent() != null) {
                        int[] own = weight.count(element);
                        int[] around = weight.count(element.parent());
                        for (int i = 0; i < own.length; i++) {
                            around[i] += own[i];
                        }
                    }
                }
            }
        }, root);
        return weight;
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
        }
        return letters;
    }

    private void add(@Nullable Node parent, int letters, boolean linked) {
        if (parent instanceof Element element) {
            int[] own = count(element);
            own[0] += letters;
            own[1] += linked ? letters : 0;
        }
    }

    private int[] count(Element element) {
        return counts.computeIfAbsent(element, key -> new int[4]);
    }

    /** Letters and digits, without white space. */
    int text(Element element) {
        return counts.getOrDefault(element, new int[4])[0];
    }

    /** The part of them that is no link. */
    int plain(Element element) {
        int[] own = counts.getOrDefault(element, new int[4]);
        return own[0] - own[1];
    }

    /** The element and all below it. */
    int elements(Element element) {
        return counts.getOrDefault(element, new int[4])[3];
    }

    /** Whether it is a line or a small box that can be read cheaply. */
    boolean isSmall(Element element, int letters) {
        return text(element) <= letters && elements(element) <= SMALL;
    }

    int links(Element element) {
        return counts.getOrDefault(element, new int[4])[2];
    }

    /** 0..1; 0 for what holds no text. */
    double linkShare(Element element) {
        int[] own = counts.getOrDefault(element, new int[4]);
        return own[0] == 0 ? 0 : (double) own[1] / own[0];
    }
}
