package se.lotsen.answering;

import java.time.Clock;
import java.util.List;
import se.lotsen.answering.Pipelines.Served;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.retrieval.DraftSearch;
import se.lotsen.retrieval.PageSearch;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Topics;

/**
 * Opens desks that answer from any state of the knowledge-base folder, drafts included, as the service would: the same
 * rules, the same calibration, the passages' own words. No model is asked, so that the same state always answers the same.
 */
public final class AnswerDesks {
    private final Pipelines pipelines;
    private final DraftSearch searches;
    private final ConfiguredModel model;
    private final PersonalDataMask mask;
    private final LanguageIdentifier languages;
    private final AnsweringProperties properties;
    private final Clock clock;

    AnswerDesks(Pipelines pipelines, DraftSearch searches, ConfiguredModel model, PersonalDataMask mask,
            LanguageIdentifier languages, AnsweringProperties properties, Clock clock) {
        this.pipelines = pipelines;
        this.searches = searches;
        this.model = model;
        this.mask = mask;
        this.languages = languages;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A desk over the folder as it is now; whatever changes in it later does not change the desk. Blocks while the pages are
     * read and indexed, about a millisecond for each.
     *
     * @throws se.lotsen.knowledge.KnowledgeUnusable when the folder lacks what no answer can do without
     * @throws se.lotsen.embedding.EmbeddingUnavailable when pages are searched by meaning and the backend does not answer
     */
    public DraftDesk over(KnowledgeFolder folder) {
        return over(folder, pipelines, clock);
    }

    /**
     * A desk as it was: over the folder, with the calibration that stood in it, at another time of the calendar. Thresholds that
     * an operator sets by hand are today's.
     *
     * @throws se.lotsen.knowledge.KnowledgeUnusable when the folder lacks what no answer can do without
     */
    public DraftDesk past(KnowledgeFolder folder, Clock then) {
        Calibration calibration = CalibrationFile.read(folder, finding -> {
        }).orElse(Calibration.LABORATORY);
        ConfidencePolicy policy = new ConfidencePolicy(() -> calibration, properties.overrides());
        return over(folder, pipelines.under(policy, new DateTruth(then)), then);
    }

    private DraftDesk over(KnowledgeFolder folder, Pipelines rules, Clock time) {
        Library library = Library.read(folder);
        PageSearch search = searches.of(folder, library);
        HandoverFiles handover = new HandoverFiles(folder);
        AnswerTexts texts = new AnswerTexts(folder, () -> library, new ContactCentre(handover, time),
                new AvailabilityText(handover, time), properties, List.copyOf(languages.foreign()));
        Served served = new Served(() -> library, search,
                new QuestionScreen(folder, new ContactDirectory(handover)), new Topics(folder), texts,
                new TranslationCheck(library), new PinnedAnswers(folder, rules.dates()));
        return new DraftDesk(library, new AnswerDesk(rules.over(served, model.silent()), mask, languages),
                search);
    }
}
