package se.lotsen.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.asking.Turn.Block;
import se.lotsen.asking.Turn.CitedPassage;
import se.lotsen.asking.Turn.Sentence;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.EService;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.Rating;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.privacy.MaskedText;

/**
 * Gathers the events of one question. Passages are numbered as they are first cited. A sentence without a full stop is
 * shown as an item of a list; a new block begins where the form or the cited passage changes.
 */
final class TurnReader {
    private final int number;
    private final MaskedText question;
    private final String language;
    private final Map<String, Source> found = new LinkedHashMap<>();
    private static final int RELATED = 3;
    private final Map<String, CitedPassage> cited = new LinkedHashMap<>();
    private final Map<String, EService> services = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<CitedPassage> related = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Turn.Line> lines = new ArrayList<>();
    private List<Piece> handover = List.of();
    private boolean finished;
    private boolean emergency;
    private @Nullable String receipt;

    private TurnReader(int number, MaskedText question, String language) {
        this.number = number;
        this.question = question;
        this.language = language;
    }

    /** A reader for the question, when the event is one. */
    static Optional<TurnReader> begin(StoredEvent stored, int number) {
        return stored.event() instanceof QuestionAsked asked
                ? Optional.of(new TurnReader(number, asked.text(), asked.language()))
                : Optional.empty();
    }

    void read(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.SourcesFound sources ->
                sources.sources().forEach(source -> found.put(source.page(), source));
            case ConversationEvent.TextReleased text ->
                add(new Sentence(text.text(), text.sources().stream().map(this::cite).toList(), text.lang()));
            case ConversationEvent.ChoicesOffered offered -> choices.addAll(offered.choices());
            case ConversationEvent.HandoverOffered offer ->
                handover = Piece.of(offer.text(), offer.phone(), offer.email());
            case ConversationEvent.Completed completed -> {
                finished = true;
                receipt = completed.receipt();
                emergency = completed.kind() == AnswerKind.EMERGENCY;
                if (completed.outcome().linksPages()) {
                    found.values().stream().limit(RELATED).map(TurnReader::related).forEach(related::add);
                }
            }
            case ConversationEvent.StateChanged changed -> Turn.Line.of(changed).ifPresent(lines::add);
            case ConversationEvent.MessagePosted message -> Turn.Line.of(message).ifPresent(lines::add);
            case ConversationEvent.NoticePosted notice -> Turn.Line.of(notice).ifPresent(lines::add);
            case QuestionAsked another -> throw new IllegalArgumentException("a question begins a new turn");
        }
    }

    private static CitedPassage related(Source source) {
        return new CitedPassage(0, source.url(), source.title(), source.title(), source.reviewed());
    }

    private CitedPassage cite(Citation citation) {
        Source source = found.get(citation.page());
        EService service = source == null ? null : source.eService();
        if (service != null) {
            services.putIfAbsent(service.url(), service);
        }
        return cited.computeIfAbsent(citation.href(), url -> new CitedPassage(cited.size() + 1, url,
                source == null ? citation.heading() : source.title(), citation.heading(),
                source == null ? null : source.reviewed()));
    }

    private void add(Sentence sentence) {
        boolean list = !sentence.text().matches("(?s).*[.!?:…”\"]");
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last == null || last.list() != list || !continues(last, sentence)) {
            last = new Block(list, new ArrayList<>());
            blocks.add(last);
        }
        last.sentences().add(sentence);
    }

    private static boolean continues(Block block, Sentence sentence) {
        return block.sentences().getLast().sources().equals(sentence.sources());
    }

    Turn turn(List<Rating> ratings) {
        return new Turn(number, question, language, blocks, List.copyOf(cited.values()), List.copyOf(related),
                List.copyOf(services.values()), choices, handover, finished, emergency, rating(ratings),
                List.copyOf(lines), receipt);
    }

    private @Nullable Rating rating(List<Rating> ratings) {
        return ratings.stream().filter(rating -> rating.answer() == number).findFirst().orElse(null);
    }
}
