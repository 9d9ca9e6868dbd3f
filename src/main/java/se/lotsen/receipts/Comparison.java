package se.lotsen.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.receipts.Replay.ChangedPage;
import se.lotsen.receipts.Replay.Difference;
import se.lotsen.receipts.Replay.Line;
import se.lotsen.receipts.Replay.Result;
import se.lotsen.receipts.Replay.What;

/**
 * Holds an answer against what the same question gives now. What a citizen read must be the same to the byte: sentences, what they
 * cite, choices, the pages found in their order, the outcome. Scores may differ in their last digits.
 */
final class Comparison {
    private final AnswerSettings settings;
    private final String software;

    Comparison(AnswerSettings settings, String software) {
        this.settings = settings;
        this.software = software;
    }

    Replay of(Receipt receipt, List<ConversationEvent> then, List<ConversationEvent> now,
            List<ChangedPage> pages) {
        List<Difference> differences = new ArrayList<>();
        differ(What.OUTCOME, all(then, Completed.class).map(end -> end.outcome().name()).toList(),
                all(now, Completed.class).map(end -> end.outcome().name()).toList(), differences);
        differ(What.PAGES, found(then), found(now), differences);
        differ(What.CHOICES, choices(then), choices(now), differences);
        differ(What.SENTENCE, sentences(then), sentences(now), differences);
        Result result = differences.isEmpty()
                ? Result.SAME
                : receipt.models().isEmpty() ? Result.DIFFERENT : Result.MODEL;
        if (result != Result.SAME) {
            differ(What.SETTINGS, List.of(receipt.settings()), List.of(settings.digest()), differences);
            differ(What.SOFTWARE, List.of(receipt.software()), List.of(software), differences);
        }
        return new Replay(result, receipt.id(), receipt, null, lines(then), lines(now), differences, pages);
    }

    private static void differ(What what, List<String> then, List<String> now, List<Difference> differences) {
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
            String before = i < then.size() ? then.get(i) : "";
            String after = i < now.size() ? now.get(i) : "";
            if (!before.equals(after)) {
                differences.add(new Difference(what, before, after));
            }
        }
    }

    private static <T extends ConversationEvent> Stream<T> all(List<ConversationEvent> events,
            Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static List<String> found(List<ConversationEvent> events) {
        return List.of(all(events, SourcesFound.class).flatMap(found -> found.sources().stream())
                .map(ConversationEvent.Source::page).collect(Collectors.joining(" ")));
    }

    private static List<String> choices(List<ConversationEvent> events) {
        return all(events, ChoicesOffered.class).flatMap(offered -> offered.choices().stream())
                .map(choice -> choice.page() + " " + choice.label()).toList();
    }

    private static List<String> sentences(List<ConversationEvent> events) {
        return all(events, TextReleased.class)
                .map(text -> text.text() + text.sources().stream()
                        .map(cited -> " [" + cited.url() + " " + cited.revision() + "]")
                        .collect(Collectors.joining()))
                .toList();
    }

    static List<Line> lines(List<ConversationEvent> events) {
        return all(events, TextReleased.class)
                .map(text -> text.sources().isEmpty()
                        ? new Line(text.text(), null, null)
                        : new Line(text.text(), text.sources().getFirst().page(),
                                text.sources().getFirst().revision()))
                .toList();
    }
}
