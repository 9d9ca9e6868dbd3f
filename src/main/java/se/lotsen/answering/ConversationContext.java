package se.lotsen.answering;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Verdict;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.privacy.MaskedText;
import se.lotsen.retrieval.Relevance;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;

/**
 * Understands a question in its conversation, without a model: a choice among services is the context of the question
 * that led to it; a question without a topic of its own keeps the topic of the last answer; a new topic drops it.
 */
final class ConversationContext {
    /** After this many turns about other things a topic is forgotten. */
    private static final int TURNS_KEPT = 2;
    /** How much less of the question's words the page may hold than another one does, for each mark of a follow-up. */
    private static final double FOR_EACH_MARK = 0.3;
    /** How much less it may hold where nothing else was found that could answer. */
    private static final double UNSURE = 0.5;
    /** Without any mark the page must hold this much of the question. */
    private static final double HELD_WITHOUT_MARKS = 0.75;
    /** A longer question without marks speaks for itself. */
    private static final int FEW_WORDS = 3;
    /** Words that only make an unclear question clearer. */
    private static final int REFINING_WORDS = 2;

    private final Retriever retriever;
    private final Supplier<Library> library;
    private final ConfidencePolicy policy;
    private final PinnedAnswers pinned;
    private final LanguageCues cues = new LanguageCues();

    ConversationContext(Retriever retriever, Supplier<Library> library, ConfidencePolicy policy,
            PinnedAnswers pinned) {
        this.retriever = retriever;
        this.library = library;
        this.policy = policy;
        this.pinned = pinned;
    }

    /** Whether the question is one of the services that were just offered. */
    Optional<Choice> choice(Question question) {
        String typed = question.text().value().strip();
        return question.last().stream()
                .flatMap(turn -> turn.choices().stream())
                .filter(choice -> choice.label().strip().equalsIgnoreCase(typed))
                .findFirst();
    }

    /** Blocks shortly, as it searches. */
    Reading read(Question question) {
        Optional<Choice> choice = choice(question);
        if (choice.isPresent()) {
            return chosen(question, choice.get());
        }
        Reading alone = alone(question);
        Optional<Reading> tied = pinned.of(question.text()).flatMap(pin -> pinned(pin, alone));
        if (tied.isPresent()) {
            return tied.get();
        }
        Optional<Page> topic = topic(question);
        if (topic.isPresent()
                && staysOn(topic.get(), question.text().withoutPlaceholders(), alone.retrieval())) {
            return followUp(question, topic.get(), alone.retrieval());
        }
        if (refines(question)) {
            MaskedText both = question.last().orElseThrow().question().followedBy(question.text());
            return new Reading(Reading.Kind.REFINED, both, null,
                    retriever.retrieve(both.withoutPlaceholders(), question.language()), 1);
        }
        return alone;
    }

    /** The question by itself: what shows that it leans on another one is known for the pages' language alone. */
    Reading alone(Question question) {
        return new Reading(Reading.Kind.STANDALONE, question.text(), null,
                retriever.retrieve(question.text().withoutPlaceholders(), question.language()), 1);
    }

    /** A question that somebody else has made of it and of what went before. */
    Reading rewritten(MaskedText text, String language) {
        return new Reading(Reading.Kind.REWRITTEN, text, null,
                retriever.retrieve(text.withoutPlaceholders(), language), 1);
    }

    /** The page that editors have chosen, before what the search found; empty when it is not served any more. */
    private Optional<Reading> pinned(Pin pin, Reading alone) {
        Retrieval within = retriever.retrieveWithin(alone.asked().withoutPlaceholders(), pin.page());
        return within.pages().isEmpty()
                ? Optional.empty()
                : Optional.of(new Reading(Reading.Kind.PINNED, alone.asked(), pin.page(),
                        within.restrictedTo(pin.anchor()).before(alone.retrieval()), 1));
    }

    private Reading chosen(Question question, Choice choice) {
        MaskedText earlier = question.last().orElseThrow().question();
        return new Reading(Reading.Kind.CHOICE, earlier, choice.page(), retriever
                .retrieveWithin(choice.label() + " " + earlier.withoutPlaceholders(), choice.page()), 1);
    }

    private Optional<Page> topic(Question question) {
        return question.earlier().reversed().stream()
                .limit(TURNS_KEPT)
                .map(EarlierTurn::page)
                .filter(page -> page != null)
                .findFirst()
                .flatMap(page -> library.get().page(page));
    }

    private boolean staysOn(Page topic, String text, Retrieval alone) {
        if (cues.announcesNewTopic(text)) {
            return false;
        }
        List<String> words = cues.contentWords(text);
        int marks = cues.marks(text);
        boolean fragment = marks > 0 && words.size() <= REFINING_WORDS && !cues.hasOwnPredicate(text);
        if (fragment || words.stream().allMatch(cues::isFacet)) {
            return true;
        }
        if (alone.pages().isEmpty()) {
            return true;
        }
        double here = share(alone.relevance(), topic);
        double elsewhere = library.get().page(alone.pages().getFirst().page())
                .map(page -> share(alone.relevance(), page)).orElse(0.0);
        return switch (policy.decide(alone)) {
            // It could be answered by itself: only its form, or the page at hand, can hold it back.
            case Verdict.AnswerIt it -> marks == 0
                    ? words.size() <= FEW_WORDS && here >= HELD_WITHOUT_MARKS && here >= elsewhere
                    : here >= elsewhere
                            - FOR_EACH_MARK * (words.size() <= REFINING_WORDS ? marks : marks - 1);
            case Verdict.AskWhich which -> here >= elsewhere - FOR_EACH_MARK * marks;
            // Nothing else speaks of it, so it is most likely about what was just said.
            case Verdict.HandOver handOver -> words.size() <= FEW_WORDS || here >= elsewhere - UNSURE;
            case Verdict.NothingFound nothing -> words.size() <= FEW_WORDS || here >= elsewhere - UNSURE;
        };
    }

    private Reading followUp(Question question, Page topic, Retrieval alone) {
        MaskedText own = question.text();
        MaskedText asked = cues.hasOwnPredicate(own.value())
                ? own
                : question.earlier().getLast().question().followedBy(own);
        Retrieval within = retriever.retrieveWithin(
                topic.metadata().title() + " " + asked.withoutPlaceholders(), topic.id());
        boolean facetsAlone = cues.contentWords(own.value()).stream().allMatch(cues::isFacet);
        double share = facetsAlone ? 1 : share(alone.relevance(), topic);
        return new Reading(Reading.Kind.FOLLOW_UP, asked, topic.id(), within, share);
    }

    private boolean refines(Question question) {
        return question.last().filter(EarlierTurn::hasFailed).isPresent()
                && !cues.announcesNewTopic(question.text().value())
                && cues.contentWords(question.text().value()).size() <= REFINING_WORDS;
    }

    /** The weighted share of the question's words that a page speaks of anywhere. */
    private static double share(Relevance relevance, Page page) {
        StringBuilder text = new StringBuilder(page.metadata().title());
        page.metadata().questions().forEach(question -> text.append('\n').append(question));
        page.metadata().phrasings().forEach(phrasing -> text.append('\n').append(phrasing));
        page.passages().forEach(passage -> text.append('\n').append(String.join("\n", passage.headings()))
                .append('\n').append(passage.text()));
        return relevance.share(text.toString());
    }
}
