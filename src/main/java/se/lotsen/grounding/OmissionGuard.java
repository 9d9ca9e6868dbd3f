package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Sentences;
import se.lotsen.knowledge.Statement;
import se.lotsen.knowledge.Statement.Form;

/**
 * Finds what an answer leaves out of the passage it quotes although the quoted part is not right without it: the exception or
 * deadline in the next sentence, the note below a table, the lead-in of a list, the sentence that a quoted one leans on.
 * Whoever asks adds it or does not give the answer.
 */
@Component
public final class OmissionGuard {
    /** The share of a statement that must be said for it to count as shown; set by measurement on shortened sentences. */
    private static final double SHOWN = 0.7;
    /** The share of a text that must be the statement's for the text to rest on it. */
    private static final double RESTS = 0.5;

    /** What belongs to the shown statements and is not among them, in the passage's order; empty when nothing does. */
    public List<Statement> missing(Passage passage, Collection<Statement> shown) {
        List<Statement> all = passage.statements();
        Set<Statement> known = new HashSet<>(shown);
        Set<Integer> needed = new TreeSet<>();
        for (int at = 0; at < all.size(); at++) {
            if (known.contains(all.get(at))) {
                needs(all, at, needed);
            }
        }
        return needed.stream().map(all::get).filter(statement -> !known.contains(statement)).toList();
    }

    /**
     * The same for an answer in other words. A statement counts as shown when a sentence of the texts says most of it with
     * all its limits; one that a sentence rests on without saying its limits is missing itself.
     */
    public List<Statement> missingFrom(Passage passage, Collection<String> texts) {
        List<List<Item>> said = texts.stream().flatMap(text -> Sentences.of(Legible.of(text)).stream())
                .map(sentence -> Reading.of(sentence).pieces()).toList();
        List<Statement> shown = new ArrayList<>();
        Set<Statement> cut = new HashSet<>();
        for (Statement statement : passage.statements()) {
            Telling telling = telling(Reading.of(statement.text()).pieces(), said);
            if (telling != Telling.NOT) {
                shown.add(statement);
            }
            if (telling == Telling.CUT) {
                cut.add(statement);
            }
        }
        Set<Statement> missing = new HashSet<>(missing(passage, shown));
        missing.addAll(cut);
        return passage.statements().stream().filter(missing::contains).distinct().toList();
    }

    private enum Telling {
        NOT, CUT, WHOLE
    }

    private static Telling telling(List<Item> held, List<List<Item>> said) {
        Telling best = Telling.NOT;
        for (List<Item> sentence : said) {
            int common = new CommonPieces(sentence, held).length();
            if (common >= SHOWN * held.size() && limitsKept(held, sentence)) {
                return Telling.WHOLE;
            }
            boolean rests = common >= 2 && common >= RESTS * sentence.size();
            best = rests ? limitsKept(held, sentence) ? Telling.WHOLE : Telling.CUT : best;
        }
        return best;
    }

    private static boolean limitsKept(List<Item> held, List<Item> sentence) {
        return held.stream().filter(piece -> piece.role() == Role.NEGATION || piece.role() == Role.QUANTIFIER)
                .allMatch(piece -> sentence.stream().anyMatch(piece::restsOn));
    }

    private static void needs(List<Statement> all, int at, Set<Integer> needed) {
        if (all.get(at).form() == Form.SENTENCE) {
            before(all, at, needed);
            after(all, at, needed);
        } else {
            around(all, at, needed);
        }
        note(all, at, needed);
    }

    /** What it points back at. */
    private static void before(List<Statement> all, int at, Set<Integer> needed) {
        boolean follows = at > 0 && all.get(at - 1).block() == all.get(at).block();
        if (follows && Limits.isException(all.get(at).text()) && Limits.leansBack(all.get(at).text())) {
            needed.add(at - 1);
        }
    }

    /** Limits right behind it, and all that hang on them; the items that it leads in when they hold only together. */
    private static void after(List<Statement> all, int at, Set<Integer> needed) {
        int block = all.get(at).block();
        int next = at + 1;
        while (next < all.size() && all.get(next).block() == block && limitsWhatStandsBefore(all.get(next))) {
            needed.add(next++);
        }
        boolean leadsIn = next == at + 1 && next < all.size() && all.get(next).form() == Form.LIST_ITEM;
        if (leadsIn && (Limits.bindsTogether(all.get(at).text()) || Limits.isException(all.get(at).text()))) {
            addBlock(all, next, needed);
        }
    }

    private static boolean limitsWhatStandsBefore(Statement statement) {
        String text = statement.text();
        return Limits.isException(text) || Limits.isLimit(text) && Limits.leansBack(text);
    }

    /** An item's or row's lead-in, and its fellows when they hold only together. */
    private static void around(List<Statement> all, int at, Set<Integer> needed) {
        int first = at;
        while (first > 0 && all.get(first - 1).block() == all.get(at).block()) {
            first--;
        }
        if (first == 0 || all.get(first - 1).form() != Form.SENTENCE) {
            return;
        }
        Statement leadIn = all.get(first - 1);
        boolean list = all.get(at).form() == Form.LIST_ITEM;
        if (list && (isOpen(leadIn.text()) || Limits.isException(leadIn.text()))) {
            needed.add(first - 1);
            if (Limits.bindsTogether(leadIn.text())) {
                addBlock(all, first, needed);
            }
        }
    }

    /** It ends with a colon, or with no full stop at all. */
    private static boolean isOpen(String text) {
        return ".?!".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    private static void addBlock(List<Statement> all, int first, Set<Integer> needed) {
        for (int at = first; at < all.size() && all.get(at).block() == all.get(first).block(); at++) {
            needed.add(at);
        }
    }

    /** The first sentence of the next block, when it makes an exception or limits a table or list; and what it leads in. */
    private static void note(List<Statement> all, int at, Set<Integer> needed) {
        int next = at;
        while (next < all.size() && all.get(next).block() == all.get(at).block()) {
            next++;
        }
        if (next == all.size() || all.get(next).form() != Form.SENTENCE) {
            return;
        }
        boolean table = all.get(at).form() != Form.SENTENCE;
        String note = all.get(next).text();
        if (Limits.isException(note) || table && Limits.isLimit(note)) {
            needed.add(next);
            after(all, next, needed);
        }
    }
}
