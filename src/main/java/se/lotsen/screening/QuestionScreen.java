package se.lotsen.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.handover.Referral;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;

/**
 * The screen that every question passes before any search. It compares words with the editors' lists and knows nothing
 * else: the same question always meets the same rules. Patterns of every language are tried whatever the asker's
 * language is taken to be, because a wrong guess must not hide a cry for help.
 */
public final class QuestionScreen {
    private static final Logger log = LoggerFactory.getLogger(QuestionScreen.class);
    private static final String REFERRALS = "referrals.yaml";

    private final KnowledgeFolder folder;
    private final ContactDirectory contacts;
    private volatile Policies policies;

    /** @throws KnowledgeUnusable when a policy file is missing or has a fault */
    public QuestionScreen(KnowledgeFolder folder, ContactDirectory contacts) {
        this.folder = folder;
        this.contacts = contacts;
        List<Finding> findings = new ArrayList<>();
        this.policies = Policies.read(folder, ids(contacts), findings::add)
                .orElseThrow(() -> new KnowledgeUnusable(folder, findings));
    }

    /** Edited files are used at once; while one has a fault, it is reported and the last good policies stay. */
    @EventListener
    void reload(KnowledgeFilesChanged changed) {
        if (changed.files().stream()
                .anyMatch(file -> file.startsWith(PolicyFiles.FOLDER) || file.equals(REFERRALS))) {
            FindingText text = new FindingText();
            // Whether the directory has read a changed referrals.yaml already is not known, so both readings count.
            Set<String> referrals = new HashSet<>(ids(contacts));
            referrals.addAll(ids(new ContactDirectory(new HandoverFiles(folder))));
            Policies.read(folder, referrals, finding -> log.warn("{}", text.of(finding)))
                    .ifPresent(read -> policies = read);
        }
    }

    static Set<String> ids(ContactDirectory contacts) {
        return contacts.referrals().stream().map(Referral::id).collect(Collectors.toSet());
    }

    /**
     * The most important rule that the question meets. If the question meets a rule that asks for a quick exit, so does
     * the answer, whichever rule comes first.
     *
     * @param question masked; any language, any length, any characters
     * @param language the asker's, as far as known: chooses the reply, and slips are forgiven in it alone
     */
    public Optional<Screened> screen(String question, String language) {
        List<Screened> all = all(question, language);
        boolean quickExit = all.stream().anyMatch(Screened::quickExit);
        return all.stream().findFirst()
                .map(first -> new Screened(first.rule(), first.action(), first.policy(),
                        first.language(), first.reply(), first.again(),
                        quickExit && first.action() == ScreeningAction.EMERGENCY));
    }

    /** Every rule that the question meets: by action, then in the order of files and of rules in them. */
    public List<Screened> all(String question, String language) {
        Policies now = policies;
        Set<PolicyLanguage> forgiven = PolicyLanguage.of(language).map(Set::of)
                .orElse(EnumSet.allOf(PolicyLanguage.class));
        return now.met(question, forgiven, new Effort()).stream()
                .filter(met -> met.rule().pages() != HeldAgainst.ONLY)
                .map(met -> screened(met, language, now))
                .toList();
    }

    /** Whether a page's statement speaks to the assistant instead of to residents, by the rules that are also for pages. */
    public boolean steers(String statement, String language) {
        Set<PolicyLanguage> forgiven = PolicyLanguage.of(language).map(Set::of).orElse(Set.of());
        return policies.met(statement, forgiven, new Effort()).stream()
                .anyMatch(met -> met.rule().pages() != HeldAgainst.QUESTIONS);
    }

    private Screened screened(Policies.Met met, String asked, Policies now) {
        Optional<PolicyLanguage> asker = PolicyLanguage.of(asked);
        PolicyLanguage language = asker.filter(met.languages()::contains).orElse(met.languages().get(0));
        Rule rule = met.rule();
        PolicyLanguage said = speaks(rule, language, now) ? language : PolicyLanguage.SV;
        List<String> reply = Stream.concat(Stream.of(said), asker.stream())
                .distinct()
                .filter(spoken -> speaks(rule, spoken, now))
                .flatMap(spoken -> sentences(rule, spoken, now))
                .toList();
        return new Screened(rule.id(), rule.action(), rule.policy(), language.code(), reply,
                rule.again().getOrDefault(said, rule.again().getOrDefault(PolicyLanguage.SV, List.of())),
                rule.quickExit());
    }

    private static boolean speaks(Rule rule, PolicyLanguage language, Policies now) {
        return rule.reply().containsKey(language)
                || rule.referral() != null && now.referralReply().containsKey(language);
    }

    private Stream<String> sentences(Rule rule, PolicyLanguage language, Policies now) {
        Stream<String> own = rule.reply().getOrDefault(language, List.of()).stream();
        Optional<Referral> referral = referral(rule.referral());
        if (referral.isEmpty()) {
            return own;
        }
        List<String> template = now.referralReply().getOrDefault(language, List.of());
        return Stream.concat(own, template.stream().flatMap(sentence -> filled(sentence, referral.get())));
    }

    private Optional<Referral> referral(@Nullable String id) {
        return contacts.referrals().stream().filter(referral -> referral.id().equals(id)).findFirst();
    }

    /** The sentence with what the referral has; nothing when it names what the referral has not. */
    private static Stream<String> filled(String sentence, Referral referral) {
        String phone = referral.phone();
        String note = referral.note();
        if (sentence.contains("{phone}") && phone == null || sentence.contains("{note}") && note == null) {
            return Stream.empty();
        }
        String filled = sentence;
        for (Map.Entry<String, String> value : Map.of("{name}", referral.name(), "{url}", referral.url(),
                "{phone}", phone == null ? "" : phone, "{note}", note == null ? "" : note).entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return Stream.of(filled);
    }
}
