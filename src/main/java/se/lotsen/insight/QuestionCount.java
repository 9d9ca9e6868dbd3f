package se.lotsen.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.lotsen.conversation.ContactChannel;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.insight.Total.Key;

/** Counts questions and visits by day. Pure: the same questions give the same totals. */
final class QuestionCount {
    private final Function<Instant, LocalDate> day;
    private final Function<String, String> owner;
    private final Map<ConversationId, ContactChannel> channels;

    /**
     * @param day of a moment
     * @param owner of a page; empty for one that is not served any more
     * @param channels of the questions' conversations
     */
    QuestionCount(Function<Instant, LocalDate> day, Function<String, String> owner,
            Map<ConversationId, ContactChannel> channels) {
        this.day = day;
        this.owner = owner;
        this.channels = channels;
    }

    /** A conversation on one day. */
    private record Visit(LocalDate day, ConversationId conversation) {
    }

    /** @param questions oldest first, also those of the day before the first that matters: see {@link Repeats} */
    Map<Key, Long> count(List<PastQuestion> questions) {
        Map<Key, Long> totals = new LinkedHashMap<>();
        Set<PastQuestion> repeats = Repeats.among(questions);
        Map<Visit, List<PastQuestion>> visits = new LinkedHashMap<>();
        for (PastQuestion question : questions) {
            add(totals, question, Measure.QUESTIONS, true);
            add(totals, question, Measure.HANDED_OVER, question.handedOver());
            add(totals, question, Measure.HELPFUL, Boolean.TRUE.equals(question.helpful()));
            add(totals, question, Measure.NOT_HELPFUL, Boolean.FALSE.equals(question.helpful()));
            add(totals, question, Measure.REPEATS, repeats.contains(question));
            if (Endings.asks(question.outcome())) {
                visits.computeIfAbsent(new Visit(day.apply(question.at()), question.conversation()),
                        any -> new ArrayList<>()).add(question);
            }
        }
        visits.forEach((visit, asked) -> count(totals, visit, asked, repeats));
        return totals;
    }

    private void add(Map<Key, Long> totals, PastQuestion question, Measure measure, boolean counts) {
        if (counts) {
            String of = question.pages().isEmpty() ? "" : owner.apply(question.pages().getFirst());
            totals.merge(new Key(day.apply(question.at()), measure, question.language(), of,
                    question.outcome().name()), 1L, Long::sum);
        }
    }

    private void count(Map<Key, Long> totals, Visit visit, List<PastQuestion> asked,
            Set<PastQuestion> repeats) {
        boolean handedOver = asked.stream().anyMatch(PastQuestion::handedOver);
        boolean unsolved = asked.stream().anyMatch(Endings::isUnsolved);
        boolean answered = asked.stream().anyMatch(one -> Endings.isAnswered(one.outcome()));
        boolean repeated = asked.stream().anyMatch(repeats::contains);
        visit(totals, visit, Measure.VISITS, true);
        visit(totals, visit, Measure.SELF_SERVED, answered && !handedOver && !repeated);
        visit(totals, visit, Measure.UNSOLVED, unsolved);
        visit(totals, visit, Measure.UNSOLVED_TO_PERSON, unsolved && handedOver);
    }

    private void visit(Map<Key, Long> totals, Visit visit, Measure measure, boolean counts) {
        if (counts) {
            ContactChannel channel = channels.getOrDefault(visit.conversation(), ContactChannel.CHAT);
            totals.merge(Key.of(visit.day(), measure, channel.name()), 1L, Long::sum);
        }
    }
}
