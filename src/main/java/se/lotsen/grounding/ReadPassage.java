package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.knowledge.Statement.Form;

/**
 * A passage as the checks read it, made once and kept.
 *
 * @param statements its title, headings and statements
 * @param texts its statements as they look, for knowing a quotation
 * @param plain the whole of its text, headings included
 * @param rarity of each key, 0..1: what stands in few statements tells more
 * @param names the words that are proper names here
 */
record ReadPassage(List<ReadStatement> statements, Set<String> texts, String plain,
        Map<String, Double> rarity,
        Set<String> names) {

    static ReadPassage of(Passage passage) {
        List<ReadStatement> read = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        StringBuilder plain = new StringBuilder();
        List<String> headings = new ArrayList<>(passage.headings());
        headings.addFirst(passage.pageTitle());
        for (String heading : headings) {
            read.add(ReadStatement.of(Reading.of(heading), List.of(), false, true));
            plain.append(heading).append('\n');
        }
        Before before = new Before(null, List.of());
        for (Statement statement : passage.statements()) {
            Reading alone = Reading.of(statement.text());
            Reading reading = before.leads(statement)
                    .map(lead -> alone.under(Reading.of(lead.text()))).orElse(alone);
            read.add(ReadStatement.of(reading, before.leanedOnBy(statement),
                    statement.form() == Form.TABLE_ROW,
                    false));
            texts.add(Legible.of(statement.text()));
            plain.append(statement.text()).append('\n');
            before = before.then(statement, reading);
        }
        return new ReadPassage(List.copyOf(read), texts, plain.toString(), rarity(read),
                names(read, passage));
    }

    /** What the next statement may lean on: the sentence before it, or a list's or table's lead-in. */
    private record Before(@org.jspecify.annotations.Nullable Statement last, List<Item> items) {
        private static final int REACH = 8;

        List<Item> leanedOnBy(Statement next) {
            if (last == null) {
                return List.of();
            }
            boolean sameParagraph = next.form() == Form.SENTENCE && last.block() == next.block();
            return sameParagraph || leads(next).isPresent()
                    ? items.subList(Math.max(0, items.size() - REACH), items.size())
                    : List.of();
        }

        /** The sentence that the list's items or the table's rows continue. */
        Optional<Statement> leads(Statement next) {
            boolean open = last != null && (last.text().endsWith(":")
                    || last.form() == Form.SENTENCE && !last.text().matches(".*[.!?]"));
            return open && next.form() != Form.SENTENCE ? Optional.ofNullable(last) : Optional.empty();
        }

        Before then(Statement statement, Reading reading) {
            return leads(statement).isPresent() ? this : new Before(statement, reading.items());
        }
    }

    private static Map<String, Double> rarity(List<ReadStatement> statements) {
        Map<String, Integer> counts = new HashMap<>();
        statements.forEach(statement -> statement.keys().forEach(key -> counts.merge(key, 1, Integer::sum)));
        Map<String, Double> rarity = new HashMap<>();
        counts.forEach((key, count) -> {
            rarity.put(key, 1 / Math.sqrt(count));
            if (key.startsWith("W:") || key.startsWith("T:")) {
                rarity.put(Context.BESIDE + key, 1 / Math.sqrt(count));
            }
        });
        return Map.copyOf(rarity);
    }

    /** What is written with a capital letter inside a sentence, and the labels of tables. */
    private static Set<String> names(List<ReadStatement> read, Passage passage) {
        Set<String> names = new HashSet<>();
        int first = read.size() - passage.statements().size();
        for (int at = 0; at < read.size(); at++) {
            boolean row = at >= first && passage.statements().get(at - first).form() == Form.TABLE_ROW;
            List<Item> own = read.get(at).own();
            for (int index = 0; index < own.size(); index++) {
                Item item = own.get(index);
                boolean label = row && index == 0 && item.role() == Role.WORD;
                if (item.role() == Role.NAME || label) {
                    names.add(item.key());
                }
            }
        }
        return Set.copyOf(names);
    }

    boolean holds(int character) {
        return plain.indexOf(character) >= 0;
    }
}
