package se.lotsen.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.YamlLines;
import se.lotsen.screening.PolicyForm.RuleForm;

/** Makes rules of policy files and reports what is wrong with them. */
final class RuleReader {
    /** It warns first, so it must say what comes then. */
    private static final String ABUSE = ScreeningAction.ABUSE.name();
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private final Concepts concepts;
    private final Set<String> referrals;
    private final GrammarBuilder grammar;
    private final Map<String, String> ids = new HashMap<>();

    RuleReader(Concepts concepts, Set<String> referrals, GrammarBuilder grammar) {
        this.concepts = concepts;
        this.referrals = referrals;
        this.grammar = grammar;
    }

    /** The rules of a file in its order. */
    List<Rule> rules(PolicySource source) {
        List<Rule> rules = new ArrayList<>();
        List<@Nullable RuleForm> forms = source.form().rules();
        for (int i = 0; forms != null && i < forms.size(); i++) {
            String pointer = YamlLines.at("/rules", i);
            RuleForm form = forms.get(i);
            if (form == null) {
                source.missing(pointer);
            } else {
                rules.add(rule(source, pointer, form));
            }
        }
        return rules;
    }

    private Rule rule(PolicySource source, String pointer, RuleForm form) {
        if (form.match() == null || form.match().isEmpty()) {
            source.missing(YamlLines.at(pointer, "match"));
        }
        String referral = form.referral();
        if (referral != null && !referrals.contains(referral)) {
            source.unknown(YamlLines.at(pointer, "referral"), referral);
        }
        return new Rule(id(source, YamlLines.at(pointer, "id"), form.id()),
                constant(source, YamlLines.at(pointer, "action"), form.action(), ScreeningAction.values(),
                        ScreeningAction.DECLINED),
                constant(source, YamlLines.at(pointer, "policy"),
                        form.policy() == null ? "JUDGEMENT" : form.policy(),
                        TopicPolicy.values(), TopicPolicy.JUDGEMENT),
                Boolean.TRUE.equals(form.quickExit()), Boolean.TRUE.equals(form.whole()),
                form.pages() == null
                        ? HeldAgainst.QUESTIONS
                        : constant(source, YamlLines.at(pointer, "pages"), form.pages(),
                                HeldAgainst.values(), HeldAgainst.QUESTIONS),
                reply(source, YamlLines.at(pointer, "reply"), form.reply(), referral == null),
                reply(source, YamlLines.at(pointer, "again"), form.again(), ABUSE.equals(form.action())),
                referral,
                matches(source, YamlLines.at(pointer, "match"), form.match()),
                matches(source, YamlLines.at(pointer, "unless"), form.unless()));
    }

    private String id(PolicySource source, String pointer, @Nullable String id) {
        if (id == null || id.isBlank()) {
            source.missing(pointer);
            return "";
        }
        if (!ID.matcher(id).matches()) {
            source.invalid(pointer);
        }
        String first = ids.putIfAbsent(id, source.place(pointer));
        if (first != null) {
            source.duplicate(pointer, id, first);
        }
        return id;
    }

    private static <E extends Enum<E>> E constant(PolicySource source, String pointer, @Nullable String name,
            E[] values, E otherwise) {
        if (name == null || name.isBlank()) {
            source.missing(pointer);
            return otherwise;
        }
        Optional<E> value = Arrays.stream(values).filter(known -> known.name().equals(name)).findFirst();
        if (value.isEmpty()) {
            source.invalid(pointer);
        }
        return value.orElse(otherwise);
    }

    /** Sentences by language; Swedish is mandatory where asked for. */
    static Map<PolicyLanguage, List<String>> reply(PolicySource source, String pointer,
            @Nullable Map<String, @Nullable List<@Nullable String>> reply, boolean swedish) {
        Map<PolicyLanguage, List<String>> sentences = new EnumMap<>(PolicyLanguage.class);
        if (reply != null) {
            source.languages(pointer, reply, (language, at) -> sentences.put(language,
                    List.copyOf(source.texts(at, reply.get(language.code())))));
        }
        if (swedish && (reply == null || !reply.containsKey(PolicyLanguage.SV.code()))) {
            source.missing(YamlLines.at(pointer, PolicyLanguage.SV.code()));
        }
        return sentences;
    }

    List<Rule.Match> matches(PolicySource source, String pointer,
            @Nullable Map<String, @Nullable List<@Nullable String>> lists) {
        List<Rule.Match> matches = new ArrayList<>();
        if (lists != null) {
            source.languages(pointer, lists, (language, at) -> {
                for (PolicySource.Placed placed : source.patterns(at, lists.get(language.code()))) {
                    concepts.checkReferences(source, language, placed);
                    matches.add(match(language, placed.pattern()));
                }
            });
        }
        return List.copyOf(matches);
    }

    private Rule.Match match(PolicyLanguage language, PatternText pattern) {
        List<Integer> symbols = new ArrayList<>();
        for (PatternText.Phrase phrase : pattern.phrases()) {
            int symbol = grammar.symbol();
            grammar.add(symbol, language, phrase);
            symbols.add(symbol);
        }
        return new Rule.Match(language, List.copyOf(symbols));
    }
}
