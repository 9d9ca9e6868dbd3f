package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.handover.Availability;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageMetadata;
import se.lotsen.retrieval.Retrieval;

/** Everything in an answer that is not a passage's own words: sources, choices, fixed replies, the way to a person. */
class AnswerTexts {
    private static final Logger log = LoggerFactory.getLogger(AnswerTexts.class);
    private static final int SOURCES = 5;
    /** Shown where there is no card for a language. */
    private static final String FALLBACK = "en";

    private final KnowledgeFolder folder;
    private final Supplier<Library> library;
    private final ContactCentre contactCentre;
    private final AvailabilityText availabilityText;
    private final String contact;
    private final List<String> languages;
    private final Map<String, LanguageCard> cards = new ConcurrentHashMap<>();
    private volatile Replies replies;

    /**
     * @param languages the languages beside Swedish that have a card
     * @throws KnowledgeUnusable when the Swedish replies are missing or broken
     */
    AnswerTexts(KnowledgeFolder folder, Supplier<Library> library, ContactCentre contactCentre,
            AvailabilityText availabilityText, AnsweringProperties properties, List<String> languages) {
        this.folder = folder;
        this.library = library;
        this.contactCentre = contactCentre;
        this.availabilityText = availabilityText;
        this.contact = properties.contact();
        List<Finding> findings = new ArrayList<>();
        this.replies = Replies.read(folder, findings::add)
                .orElseThrow(() -> new KnowledgeUnusable(folder, findings));
        this.languages = List.copyOf(languages);
        languages.forEach(this::readCard);
    }

    private void readCard(String language) {
        FindingText text = new FindingText();
        LanguageCard.read(folder, language, finding -> log.warn("{}", text.of(finding)))
                .ifPresent(card -> cards.put(language, card));
    }

    /** An edited file is used at once; a broken one is reported and the last good one stays. */
    @EventListener
    void reload(KnowledgeFilesChanged changed) {
        if (changed.files().contains(Replies.FILE)) {
            FindingText text = new FindingText();
            Replies.read(folder, finding -> log.warn("{}", text.of(finding)))
                    .ifPresent(read -> replies = read);
        }
        languages.stream().filter(language -> changed.files().contains(LanguageCard.file(language)))
                .forEach(this::readCard);
    }

    ConversationEvent.SourcesFound sources(Retrieval retrieval) {
        return new ConversationEvent.SourcesFound(
                retrieval.pages().stream().limit(SOURCES).map(this::source).toList());
    }

    private Source source(Retrieval.RankedPage ranked) {
        Optional<PageMetadata> metadata = library.get().page(ranked.page()).map(Page::metadata);
        return new Source(ranked.page(), metadata.map(PageMetadata::title).orElse(ranked.page()),
                ranked.share(),
                "/knowledge/" + ranked.page(), metadata.map(PageMetadata::reviewed).orElse(null),
                metadata.map(PageMetadata::eService).map(AnswerTexts::eService).orElse(null));
    }

    private static ConversationEvent.@Nullable EService eService(
            se.lotsen.knowledge.@Nullable EService service) {
        return service == null
                ? null
                : new ConversationEvent.EService(service.name(), service.url(), service.eId(),
                        service.signing(),
                        service.payment());
    }

    ConversationEvent.ChoicesOffered choices(List<String> pages) {
        return new ConversationEvent.ChoicesOffered(pages.stream()
                .map(page -> new Choice(
                        library.get().page(page).map(found -> found.metadata().title()).orElse(page),
                        page))
                .toList());
    }

    HandoverOffered handover(AnswerOutcome outcome) {
        Availability now = contactCentre.availability(contact);
        return new HandoverOffered(outcome.handoverReason(), now.openNow(),
                now.openNow() ? null : now.nextOpening(),
                replies.handover(now, availabilityText.of(now)), now.contact().phone(),
                now.contact().email());
    }

    /** The way to a person in the words of a language that has a card, or in Swedish. */
    HandoverOffered handover(AnswerOutcome outcome, String language) {
        HandoverOffered swedish = handover(outcome);
        LanguageCard card = cards.get(language);
        return card == null
                ? swedish
                : new HandoverOffered(swedish.reason(), swedish.openNow(), swedish.nextOpening(),
                        Replies.filled(card.handover(), contactCentre.availability(contact)), swedish.phone(),
                        swedish.email());
    }

    /** What is said in a language; empty where there is no card for it. */
    Optional<LanguageCard> card(String language) {
        return Optional.ofNullable(cards.get(language));
    }

    /** What is said to somebody who asks in another language, in that language where there is a card for it. */
    List<String> languageCard(String language, boolean pagesFound) {
        LanguageCard card = cards.get(language);
        List<String> lines = new ArrayList<>();
        if (card == null) {
            lines.add(replies.unknownLanguage());
            card = cards.get(FALLBACK);
        }
        if (card != null) {
            lines.addAll(card.card());
            if (pagesFound) {
                lines.add(card.pages());
            }
        }
        return lines;
    }

    String pageOutdated(Page page) {
        return replies.pageOutdated().replace("{title}", page.metadata().title())
                .replace("{url}", page.metadata().url());
    }

    String sourcesDisagree(Page first, Page second) {
        return replies.sourcesDisagree().replace("{first}", first.metadata().title())
                .replace("{second}", second.metadata().title());
    }

    Replies replies() {
        return replies;
    }
}
