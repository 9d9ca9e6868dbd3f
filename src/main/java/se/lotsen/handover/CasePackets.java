package se.lotsen.handover;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.handover.CasePacket.Draft;
import se.lotsen.handover.CasePacket.HeldBack;
import se.lotsen.handover.CasePacket.TriedSource;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;

/**
 * Reads a conversation's events for the person who takes over: what was asked, what was tried, whose matter it is. It takes
 * no decision about who comes, and invents no page where none was found.
 */
public class CasePackets {
    private static final String HOME = "sv";
    /** Endings that say nothing about the matter: the one before them does. */
    private static final Set<AnswerOutcome> BESIDE_THE_MATTER = EnumSet.of(AnswerOutcome.PERSON_ASKED_FOR,
            AnswerOutcome.GREETED, AnswerOutcome.THREAT_MET, AnswerOutcome.ABUSE_WARNED,
            AnswerOutcome.ABUSE_ENDED);

    private final KnowledgeWatch watch;

    CasePackets(KnowledgeWatch watch) {
        this.watch = watch;
    }

    /**
     * What a conversation is about.
     *
     * @param answer the number of the answer that says so, from 1; 0 when nothing was asked
     * @param page the page; null when none fits
     * @param heldBack why its answer was not shown; null where it was
     */
    private record Matter(int answer, List<Source> sources, List<TextReleased> said, @Nullable String page,
            @Nullable HeldBack heldBack) {
        private static final Matter NONE = new Matter(0, List.of(), List.of(), null, null);
    }

    /** The number, from 1, of the answer that the case is about; 0 when nothing was asked. */
    public int answer(List<StoredEvent> events) {
        return matter(events).answer();
    }

    /** The contact of the page that the case is about; empty when there is none. */
    public Optional<String> contact(List<StoredEvent> events) {
        return page(matter(events)).map(page -> page.metadata().contact());
    }

    /** The language of the last question; Swedish when there is none. */
    public String language(List<StoredEvent> events) {
        return last(events, QuestionAsked.class).map(QuestionAsked::language).orElse(HOME);
    }

    /**
     * The packet.
     *
     * @param missing what the checks took out of the answer that {@link #answer} names
     * @param wish masked
     */
    public CasePacket of(List<StoredEvent> events, List<String> missing, @Nullable String wish) {
        return of(events, missing, null, wish);
    }

    /** The same with the answer that was not shown, as a person looks at it first; null where there is none. */
    public CasePacket of(List<StoredEvent> events, List<String> missing, @Nullable Draft unshown,
            @Nullable String wish) {
        Matter matter = matter(events);
        List<String> questions = events.stream().map(StoredEvent::event)
                .filter(QuestionAsked.class::isInstance)
                .map(event -> ((QuestionAsked) event).text().value()).toList();
        return new CasePacket(
                last(events, HandoverOffered.class).map(HandoverOffered::reason)
                        .orElse(HandoverReason.ASKED_FOR),
                language(events), questions.isEmpty() ? "" : questions.getLast(), questions,
                matter.sources().stream().map(source -> new TriedSource(source.page(), source.title(),
                        source.score(), source.url())).toList(),
                missing, page(matter).map(page -> page.metadata().area()).orElse(null),
                matter.heldBack() == null ? draft(matter) : unshown, wish, matter.heldBack());
    }

    private Optional<Page> page(Matter matter) {
        return Optional.ofNullable(matter.page()).flatMap(page -> watch.library().page(page));
    }

    /** In the pages' own words, also where the citizen read a translation: the agent sends it in his own name. */
    private static @Nullable Draft draft(Matter matter) {
        List<TextReleased> quoted = matter.said().stream().filter(text -> !text.sources().isEmpty()).toList();
        if (quoted.isEmpty()) {
            return null;
        }
        Set<Citation> sources = new LinkedHashSet<>();
        quoted.forEach(text -> sources.addAll(text.sources()));
        return new Draft(quoted.stream().map(text -> text.original() == null ? text.text() : text.original())
                .collect(Collectors.joining(" ")), List.copyOf(sources));
    }

    private static Matter matter(List<StoredEvent> events) {
        Matter matter = Matter.NONE;
        List<Source> sources = List.of();
        List<TextReleased> said = new ArrayList<>();
        for (StoredEvent stored : events) {
            switch (stored.event()) {
                case QuestionAsked asked -> {
                    sources = List.of();
                    said = new ArrayList<>();
                }
                case SourcesFound found -> sources = found.sources();
                case TextReleased text -> said.add(text);
                case Completed completed -> {
                    if (!BESIDE_THE_MATTER.contains(completed.outcome())) {
                        matter = new Matter(completed.answer(), sources, List.copyOf(said),
                                page(completed.outcome(), sources, said), heldBack(completed.outcome()));
                    }
                }
                default -> {
                    // Nothing that an answer consists of.
                }
            }
        }
        return matter;
    }

    private static @Nullable HeldBack heldBack(AnswerOutcome outcome) {
        return switch (outcome) {
            case NOT_ANSWERED_DRAFT_ONLY -> HeldBack.DRAFT;
            case NOT_ANSWERED_UNTIL_APPROVED -> HeldBack.APPROVE;
            default -> null;
        };
    }

    private static @Nullable String page(AnswerOutcome outcome, List<Source> sources,
            List<TextReleased> said) {
        Optional<String> cited = said.stream().flatMap(text -> text.sources().stream()).map(Citation::page)
                .findFirst();
        boolean foundNothing = outcome == AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE;
        return cited
                .or(() -> foundNothing ? Optional.empty() : sources.stream().map(Source::page).findFirst())
                .orElse(null);
    }

    private static <E extends ConversationEvent> Optional<E> last(List<StoredEvent> events, Class<E> type) {
        return events.reversed().stream().map(StoredEvent::event).filter(type::isInstance).map(type::cast)
                .findFirst();
    }
}
