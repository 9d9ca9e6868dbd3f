package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;

/**
 * Holds a translated sentence against the one Swedish sentence that it translates, which has been checked before. It knows
 * values, names, limits and negations in both languages, not meanings: whatever a translation says between them is only
 * bounded by its length. Thread-safe, and always of the same opinion.
 */
@Component
public final class TranslationCheck {
    private static final int LONGEST = 1000;
    /** Words of so few letters look alike in many languages. */
    private static final int SHORT = 3;
    private static final String HOME = "sv";
    private static final Pattern MARKUP = Pattern
            .compile("<\\s*[/!a-zA-Z]|!\\[|`|\\*\\*|__|&[a-zA-Z#]\\w*;|[{}]|\\bdata:|javascript:");
    private static final Pattern OWN_LINK = Pattern.compile("(?i)https?:|www\\.|]\\s*\\(");

    private final Supplier<Library> library;
    private final SenseRules rules = new SenseRules();
    private volatile @Nullable Known known;

    private record Known(Library library, ProperNames names) {
    }

    /** Names are those of the pages in use. */
    @Autowired
    TranslationCheck(KnowledgeWatch watch) {
        this.library = watch::library;
    }

    /** For pages that do not change. */
    public TranslationCheck(Library library) {
        this.library = () -> library;
    }

    /**
     * What is wrong with a translation.
     *
     * @param language one of en, fi, ar, so
     * @param swedish the sentence that it stands for
     */
    public Grounding check(String translation, String language, String swedish) {
        if (translation.isBlank() || translation.length() > LONGEST) {
            return new Grounding(List.of(new Fault(Kind.LENGTH, "")));
        }
        Compared compared = new Compared(translation, language, swedish);
        Set<Fault> faults = new LinkedHashSet<>(form(compared, translation, swedish));
        if (!compared.isOf(language)) {
            faults.add(new Fault(Kind.LANGUAGE, language));
        }
        new ClaimComparison(compared.own, compared.said).check(faults::add);
        rules.check(compared.own, compared.said, faults::add);
        Lexicon lexicon = Lexicon.of(language);
        names().check(compared.own, compared.whole, piece -> !lexicon.at(List.of(piece), 0).tags().isEmpty(),
                faults::add);
        return new Grounding(List.copyOf(faults));
    }

    /** Whether a translation that holds has anything that ties it to its sentence: a value, a name or a Swedish term. */
    public boolean isAnchored(String translation, String language, String swedish) {
        Compared compared = new Compared(translation, language, swedish);
        ClaimComparison comparison = new ClaimComparison(compared.own, compared.said);
        comparison.check(fault -> {
        });
        return comparison.matched() > 0 || !compared.brackets.terms().isEmpty()
                || !names().of(compared.own).isEmpty();
    }

    /** Both sentences, read. */
    private static final class Compared {
        private final BracketedTerms brackets;
        private final List<Piece> whole;
        private final Extent extent;
        private final Claims own;
        private final Claims said;

        Compared(String translation, String language, String swedish) {
            String legible = Script.plain(translation);
            String plain = Script.plain(swedish);
            this.brackets = BracketedTerms.of(legible, plain);
            this.whole = Piece.of(legible);
            String spelledOut = Script.spelledOut(brackets.text(), language).strip();
            this.extent = new Extent(spelledOut, language, plain);
            this.own = ClaimReader.read(HOME, plain);
            this.said = ClaimReader.read(language, spelledOut);
        }

        /** The language's script, and not for the most part the Swedish words again. */
        boolean isOf(String language) {
            Set<String> swedish = words(own).collect(Collectors.toSet());
            long same = words(said).filter(swedish::contains).count();
            return Script.fits(words(said).collect(Collectors.joining()), language)
                    && same * 2 <= words(said).count();
        }

        private static Stream<String> words(Claims claims) {
            return claims.pieces().stream().filter(piece -> piece.is(Piece.Type.WORD) && !piece.isCapital()
                    && piece.lower().length() > SHORT
                    && Lexicon.of(HOME).at(List.of(piece), 0).tags().isEmpty()).map(Piece::lower);
        }
    }

    private static List<Fault> form(Compared compared, String translation, String swedish) {
        List<Fault> faults = new ArrayList<>();
        if (MARKUP.matcher(translation).find() && !MARKUP.matcher(swedish).find()
                || OWN_LINK.matcher(translation).find() && !OWN_LINK.matcher(swedish).find()) {
            faults.add(new Fault(Kind.MARKUP, ""));
        }
        Script.deceit(translation, swedish).ifPresent(point -> faults.add(new Fault(Kind.MARKUP, point)));
        if (compared.brackets.foreign().size() > BracketedTerms.count(swedish)) {
            faults.add(new Fault(Kind.TERM, compared.brackets.foreign().getFirst()));
        }
        faults.addAll(compared.extent.faults());
        return faults;
    }

    private ProperNames names() {
        Library now = library.get();
        Known last = known;
        if (last == null || last.library != now) {
            last = new Known(now, new ProperNames(now));
            known = last;
        }
        return last.names;
    }
}
