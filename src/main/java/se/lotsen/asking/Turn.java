package se.lotsen.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.EService;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.Rating;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.privacy.MaskedText;

/**
 * One question and what came of it, as a page shows it, the citizen's and the agent's alike. The module {@code chat/turn.js} shows the same thing while it
 * arrives; both follow the rules of {@link TurnReader}.
 *
 * @param number the answer's number, from 1
 * @param language the question's, BCP 47; {@code und} where it is none that is known
 * @param sources the passages that are cited, in the order of their numbers
 * @param related pages that may help where nothing was quoted; empty for an answer
 * @param services the cited pages' e-services
 * @param handover the way to a person; empty until it has arrived
 * @param emergency whether it is a crisis card: with a way to leave at once, and without a form for opinions
 * @param rating what the citizen thinks of it; null until said
 * @param lines what came between it and the next question
 * @param receipt by which the answer can be quoted; null until it has ended, and where there is none
 */
public record Turn(int number, MaskedText question, String language, List<Block> blocks,
        List<CitedPassage> sources,
        List<CitedPassage> related, List<EService> services, List<Choice> choices,
        List<Piece> handover, boolean finished,
        boolean emergency,
        @Nullable Rating rating, List<Line> lines, @Nullable String receipt) {
    /** A message may only lead to our own pages. */
    private static final String OURS = "/knowledge/";

    /**
     * What stands between answers: a message, or one line of ours.
     *
     * @param author who wrote it; null for ours
     * @param approved whether it is an answer of the assistant that an agent has approved
     * @param sources what it points to on our own pages
     */
    public record Line(@Nullable Author author, @Nullable String name, String text, boolean approved,
            List<Citation> sources) {

        /** One line of ours, or a message that points to nothing. */
        public Line(@Nullable Author author, @Nullable String name, String text) {
            this(author, name, text, false, List.of());
        }

        /** Empty for an event that is part of an answer, and for a change that says nothing. */
        public static Optional<Line> of(ConversationEvent event) {
            return switch (event) {
                case MessagePosted message -> Optional.of(new Line(message.author(), message.name(),
                        message.text().value(), Boolean.TRUE.equals(message.approved()),
                        message.sources().stream().filter(source -> source.url().startsWith(OURS)).toList()));
                case NoticePosted notice -> Optional.of(new Line(null, null, notice.text()));
                case StateChanged changed -> Optional.ofNullable(changed.text())
                        .map(text -> new Line(null, null, text));
                default -> Optional.empty();
            };
        }

        public boolean isCitizens() {
            return author == Author.CITIZEN;
        }

        public boolean isAgents() {
            return author == Author.AGENT;
        }
    }

    /** Sentences that belong together: a paragraph, or a list where the page had a table or a list. */
    public record Block(boolean list, List<Sentence> sentences) {
    }

    /** A sentence and the passages that hold it; a fixed reply has none. Its language is null where the page's may be meant. */
    public record Sentence(String text, List<CitedPassage> sources, @Nullable String lang) {
        private static final Pattern AMOUNT = Pattern.compile("(?<=\\d) (?=\\d{3}|%|kr)");

        /** The text with its amounts held together, so that no line breaks inside "1 800 kronor". */
        public String shown() {
            return AMOUNT.matcher(text).replaceAll("\u00a0");
        }
    }

    /** @param number what the citation shows, from 1 in each answer */
    public record CitedPassage(int number, String url, String title, String heading,
            @Nullable LocalDate reviewed) {

        /** The page and its section; a page's lead has no heading of its own. */
        public String name() {
            return heading.equals(title) ? title : title + ": " + heading;
        }
    }

    /** Whether its words are the editors' own, not put together from pages: nothing is quoted. */
    public boolean isEditors() {
        return finished && sources.isEmpty();
    }

    /** What came before the first question. */
    public static List<Line> opening(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::event)
                .takeWhile(event -> !(event instanceof QuestionAsked))
                .flatMap(event -> Line.of(event).stream())
                .toList();
    }

    /** The conversation's turns, oldest first. */
    public static List<Turn> of(List<StoredEvent> events, List<Rating> ratings) {
        List<TurnReader> readers = new ArrayList<>();
        for (StoredEvent stored : events) {
            TurnReader.begin(stored, readers.size() + 1).ifPresentOrElse(readers::add, () -> {
                if (!readers.isEmpty()) {
                    readers.getLast().read(stored.event());
                }
            });
        }
        return readers.stream().map(reader -> reader.turn(ratings)).toList();
    }
}
