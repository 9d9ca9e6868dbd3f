package se.lotsen.answering;

import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.knowledge.Library;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.languagemodel.Voice;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.retrieval.Retriever;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Topics;

/** Puts a pipeline together over whatever is to be answered from: the pages that are served, or a draft of them. */
final class Pipelines {
    private final Rules rules;
    private final PersonalDataMask mask;
    private final LanguageIdentifier languages;
    private final AnsweringProperties properties;
    private final Scheduler search;
    private final boolean byMeaning;

    /** @param byMeaning whether the search may find Swedish pages for words of other languages */
    Pipelines(Rules rules, PersonalDataMask mask, LanguageIdentifier languages,
            AnsweringProperties properties,
            Scheduler search, boolean byMeaning) {
        this.rules = rules;
        this.mask = mask;
        this.languages = languages;
        this.properties = properties;
        this.search = search;
        this.byMeaning = byMeaning;
    }

    /** What is the same for all pages. */
    record Rules(ConfidencePolicy policy, Voice voice, GroundingCheck grounding, OmissionGuard omissions,
            DateTruth dates) {
    }

    /** What is answered from. */
    record Served(Supplier<Library> library, Retriever retriever, QuestionScreen screen, Topics topics,
            AnswerTexts texts,
            TranslationCheck translations, PinnedAnswers pinned) {
    }

    /** The same under another policy and on another day. */
    Pipelines under(ConfidencePolicy policy, DateTruth dates) {
        return new Pipelines(new Rules(policy, rules.voice(), rules.grounding(), rules.omissions(), dates),
                mask,
                languages, properties, search, byMeaning);
    }

    /** What day it is. */
    DateTruth dates() {
        return rules.dates();
    }

    /** Whatever the operators' switch says: for trying drafts. */
    AnswerPipeline over(Served served, ConfiguredModel model) {
        return over(served, model, AssistantSwitch.NONE);
    }

    AnswerPipeline over(Served served, ConfiguredModel model, AssistantSwitch assistant) {
        ConversationContext context = new ConversationContext(served.retriever(), served.library(),
                rules.policy(), served.pinned());
        return new AnswerPipeline(served.screen(), context, standing(served), rules.policy(),
                new FollowUps(model.rewriting(), mask, served.screen(), context, rules.policy(), search),
                foreign(served, context, model), voice(served, model), endings(served), assistant,
                properties.deadline(),
                languages.home(), search);
    }

    /** Questions in other languages need a model, or a search that finds Swedish pages by meaning. */
    private ForeignAnswers foreign(Served served, ConversationContext context, ConfiguredModel model) {
        return new ForeignAnswers(
                new SwedishQuestions(model.translation(), mask, served.screen(), context, search),
                rules.policy(),
                standing(served), voice(served, model.silent()),
                new Translation(model.translation(), served.translations(), languages, search),
                endings(served),
                byMeaning);
    }

    private Standing standing(Served served) {
        return new Standing(served.library(), served.topics(), rules.dates(), served.texts());
    }

    private CheckedVoice voice(Served served, ConfiguredModel model) {
        return new CheckedVoice(served.retriever(), new SafePassages(served.screen(), languages.home()),
                rules.voice(),
                model.writer(), rules.grounding(), new Quotation(rules.omissions()),
                new DayNotes(rules.dates()));
    }

    private Endings endings(Served served) {
        return new Endings(served.texts(), rules.policy()::thresholds);
    }
}
