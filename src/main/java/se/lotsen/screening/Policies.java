package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Remembered;

/**
 * The rules of all files below {@code policies/}, compiled. Either every file is without fault or there are none: half
 * of the crisis rules would look like all of them.
 */
public final class Policies {
    /** Shorter words are never bent, and too many of them are words of two languages. */
    private static final int SHORTEST_APART = 4;
    /** By a digest of what makes them. */
    private static final Remembered<String, Policies> KNOWN = new Remembered<>(1_000);

    private final Grammar grammar;
    private final Rulebook rulebook;
    /** The symbols of phrases whose words no emergency rule sees. */
    private final BitSet harmless;
    private final Map<PolicyLanguage, List<String>> referralReply;

    private Policies(Grammar grammar, Rulebook rulebook, BitSet harmless,
            Map<PolicyLanguage, List<String>> referralReply) {
        this.grammar = grammar;
        this.rulebook = rulebook;
        this.harmless = harmless;
        this.referralReply = referralReply;
    }

    /**
     * Reports everything that is wrong with the folder's policies, see docs/policies.md, and with {@code topics.yaml}.
     */
    public static void check(KnowledgeFolder folder, Consumer<Finding> findings) {
        Topics.check(folder, findings);
        Set<String> referrals = QuestionScreen.ids(new ContactDirectory(new HandoverFiles(folder)));
        List<Finding> faults = new ArrayList<>();
        SortedMap<String, String> texts = PolicyFiles.texts(folder, faults::add);
        // The pages' words make no fault.
        String digest = digest(texts, referrals, Set.of());
        if (!faults.isEmpty() || !KNOWN.wasMade(digest)) {
            compiled(texts, referrals, Set.of(), faults)
                    .ifPresent(policies -> KNOWN.put(digest, policies));
            faults.forEach(findings);
        }
    }

    /** The folder's policies, or empty with a finding for everything that is wrong with them. */
    static Optional<Policies> read(KnowledgeFolder folder, Set<String> referrals,
            Consumer<Finding> findings) {
        List<Finding> faults = new ArrayList<>();
        SortedMap<String, String> texts = PolicyFiles.texts(folder, faults::add);
        Set<String> wellSpelt = wellSpelt(folder);
        String digest = digest(texts, referrals, wellSpelt);
        Optional<Policies> known = faults.isEmpty() ? KNOWN.get(digest) : Optional.empty();
        return known.or(() -> {
            Optional<Policies> read = compiled(texts, referrals, wellSpelt, faults);
            read.ifPresent(policies -> KNOWN.put(digest, policies));
            faults.forEach(findings);
            return read;
        });
    }

    /**
     * Compiles the texts unless something is wrong with them.
     *
     * @param faults those found already; receives the others, and is sorted by file and line
     */
    private static Optional<Policies> compiled(SortedMap<String, String> texts, Set<String> referrals,
            Set<String> wellSpelt, List<Finding> faults) {
        List<PolicySource> sources = new ArrayList<>();
        texts.forEach(
                (name, yaml) -> PolicySource.read(name, yaml, faults::add).ifPresent(sources::add));
        Concepts concepts = Concepts.of(sources);
        GrammarBuilder grammar = new GrammarBuilder();
        RuleReader reader = new RuleReader(concepts, referrals, grammar);
        List<Rule> rules = new ArrayList<>();
        BitSet harmless = new BitSet();
        for (PolicySource source : sources) {
            rules.addAll(reader.rules(source));
            keepApart(source, grammar.vocabulary());
            reader.matches(source, "/harmless", source.form().harmless())
                    .forEach(match -> match.phrases().forEach(harmless::set));
        }
        Map<PolicyLanguage, List<String>> referralReply = referralReply(sources, rules);
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
            return Optional.empty();
        }
        concepts.addTo(grammar);
        wellSpelt.forEach(grammar.vocabulary()::keepApart);
        rules.sort(Comparator.comparing(Rule::action));
        return Optional.of(new Policies(grammar.build(), new Rulebook(rules), harmless, referralReply));
    }

    private static String digest(SortedMap<String, String> texts, Set<String> referrals,
            Set<String> wellSpelt) {
        // Each text by its own digest, so that no text can look like two.
        List<String> parts = new ArrayList<>();
        texts.forEach((name, text) -> parts.add(name + " " + Page.digestOf(text)));
        return Page.digestOf(
                List.of(parts, new TreeSet<>(referrals), new TreeSet<>(wellSpelt)).toString());
    }

    private static void keepApart(PolicySource source, Vocabulary vocabulary) {
        Map<String, @Nullable List<@Nullable String>> lists = source.form().keepApart();
        if (lists != null) {
            source.languages("/keepApart", lists,
                    (language, at) -> source.texts(at, lists.get(language.code())).forEach(text -> {
                        List<String> words = TypedText.words(text);
                        if (words.size() != 1) {
                            source.invalid(at);
                        }
                        words.forEach(vocabulary::keepApart);
                    }));
        }
    }

    /** What the municipality's own pages write is no slip of another word, nor a word of another language. */
    private static Set<String> wellSpelt(KnowledgeFolder folder) {
        return Library.read(folder).pages().values().stream()
                .flatMap(page -> TypedText.words(page.markdown()).stream())
                .filter(word -> word.length() >= SHORTEST_APART)
                .collect(Collectors.toSet());
    }

    private static Map<PolicyLanguage, List<String>> referralReply(List<PolicySource> sources,
            List<Rule> rules) {
        Map<PolicyLanguage, List<String>> replies = new EnumMap<>(PolicyLanguage.class);
        for (PolicySource source : sources) {
            if (source.form().referralReply() != null) {
                replies.putAll(
                        RuleReader.reply(source, "/referralReply", source.form().referralReply(), true));
            }
        }
        boolean needed = rules.stream().anyMatch(rule -> rule.referral() != null);
        if (needed && replies.isEmpty()) {
            sources.get(0).missing("/referralReply");
        }
        return replies;
    }

    /** How many phrases a question could meet. */
    int phrases() {
        return grammar.phrases();
    }

    Map<PolicyLanguage, List<String>> referralReply() {
        return referralReply;
    }

    /** A rule that the question meets, with the languages of the patterns that it met, in the languages' order. */
    record Met(Rule rule, List<PolicyLanguage> languages) {
    }

    /**
     * All rules that the question meets, by action and then in the files' order.
     *
     * @param forgiven the languages in which slips are forgiven; patterns of every language are tried all the same
     */
    List<Met> met(String question, Set<PolicyLanguage> forgiven, Effort effort) {
        List<WordReader.Read> words = grammar.words().read(TypedText.of(question), forgiven, effort);
        Sightings all = grammar.read(words, new BitSet(), effort);
        BitSet hidden = new BitSet();
        for (int i = 0; i < all.symbols(); i++) {
            if (harmless.get(all.symbol(i))) {
                all.cover(all.symbol(i), hidden);
            }
        }
        Sightings grave = hidden.isEmpty() ? all : grammar.read(words, hidden, effort);
        return rulebook.met(all, grave, words.size());
    }
}
