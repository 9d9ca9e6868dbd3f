package se.lotsen.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Statement;

/** The names that the pages speak of: words with a capital letter that they never write with a small one. */
final class ProperNames {
    private static final int LONGEST_ENDING = 6;
    /** How far before a bracketed Swedish name its translation may begin. */
    private static final int PHRASE = 6;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private final Set<String> names = new HashSet<>();

    ProperNames(Library library) {
        Set<String> small = new HashSet<>();
        library.pages().values().forEach(page -> read(page, small));
        names.removeIf(name -> small.contains(name.toLowerCase(Locale.ROOT)));
    }

    private void read(Page page, Set<String> small) {
        page.passages().stream().flatMap(passage -> passage.statements().stream()).map(Statement::text)
                .forEach(text -> {
                    BETWEEN.splitAsStream(text)
                            .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
                            .forEach(small::add);
                    Piece.of(Legible.of(text)).stream()
                            .filter(piece -> piece.is(Piece.Type.WORD) && piece.isCapital()
                                    && !piece.initial())
                            .forEach(piece -> names.add(piece.written()));
                });
    }

    /** Whether the word is a name wherever it stands. */
    boolean isName(String written) {
        return names.contains(written)
                || written.endsWith("s") && names.contains(written.substring(0, written.length() - 1));
    }

    /** The names of a Swedish sentence. */
    List<String> of(Claims swedish) {
        return swedish.pieces().stream()
                .filter(piece -> piece.is(Piece.Type.WORD) && piece.isCapital() && isName(piece.written()))
                .map(Piece::written).distinct().toList();
    }

    /**
     * Names that are lost, and names that the Swedish sentence does not have.
     *
     * @param whole the translation with its brackets
     * @param allowed words that the language writes with a capital letter anyway
     */
    void check(Claims swedish, List<Piece> whole, Predicate<Piece> allowed, Consumer<Fault> faults) {
        for (String name : of(swedish)) {
            if (whole.stream().noneMatch(piece -> isForm(piece.written(), name))) {
                faults.accept(new Fault(Kind.NAME, name));
            }
        }
        for (int at = 0; at < whole.size(); at++) {
            Piece piece = whole.get(at);
            if (piece.is(Piece.Type.WORD) && piece.isCapital() && !allowed.test(piece)
                    && swedish.pieces().stream().noneMatch(own -> isForm(piece.written(), own.written()))
                    && (isName(piece.written()) || !piece.initial() && !isTranslated(whole, at))) {
                faults.accept(new Fault(Kind.NAME, piece.written()));
            }
        }
    }

    /** "Waaxda Deegaanka (Miljöenheten)": the Swedish name follows in brackets. */
    private static boolean isTranslated(List<Piece> whole, int at) {
        return whole.subList(at, Math.min(whole.size(), at + PHRASE)).stream()
                .anyMatch(piece -> piece.written().equals("("));
    }

    /** The name with another ending, as languages with cases write it. */
    private static boolean isForm(String written, String name) {
        String base = name.endsWith("s") && name.length() > LONGEST_ENDING
                ? name.substring(0, name.length() - 1)
                : name;
        return written.equalsIgnoreCase(name)
                || written.startsWith(base) && written.length() - base.length() <= LONGEST_ENDING
                || base.startsWith(written) && base.length() - written.length() <= 1 && written.length() > 2;
    }
}
