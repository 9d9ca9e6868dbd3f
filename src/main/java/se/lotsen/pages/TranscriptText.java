package se.lotsen.pages;

import java.net.URI;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import se.lotsen.asking.Piece;
import se.lotsen.asking.Turn;
import se.lotsen.chat.ChatLanguage;
import se.lotsen.conversation.ConversationEvent.Choice;

/**
 * A conversation as lines of plain text, for whoever wants to keep it, in the words of the page; each sentence with the
 * addresses of its sources. Where there are scripts, the module {@code chat/menu.js} writes such a text from what stands on the
 * page: who speaks is on a line above the words, an answer's sources come once after it and not under each sentence, and the
 * pages that a person's message points to are named, too. The receipt by which an answer can be quoted stands here alone.
 */
final class TranscriptText {
    private final MessageSource messages;
    private final PageDates dates;
    private final Clock clock;

    TranscriptText(MessageSource messages, PageDates dates, Clock clock) {
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * @param name the municipality's
     * @param here where our own pages lie, such as {@code https://chatt.example/}
     */
    String of(String name, List<Turn.Line> opening, List<Turn> turns, ChatLanguage language, URI here) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        List<String> rows = new ArrayList<>();
        rows.add(say(language, "save.title", name));
        rows.add(say(language, "save.printed", dates.date(now.toLocalDate(), language.locale()) + " "
                + dates.time(now, language.locale())));
        opening.forEach(line -> add(rows, line, language));
        turns.forEach(turn -> {
            add(rows, turn, language, here);
            turn.lines().forEach(line -> add(rows, line, language));
        });
        return String.join("\r\n", rows) + "\r\n";
    }

    private void add(List<String> rows, Turn turn, ChatLanguage language, URI here) {
        rows.add("");
        rows.add(say(language, "turn.you") + ": " + turn.question().value());
        rows.add("");
        rows.add(say(language, turn.isEditors() ? "turn.editor" : "turn.assistant") + ":");
        turn.blocks().stream().flatMap(block -> block.sentences().stream()).forEach(sentence -> {
            rows.add(sentence.text());
            sentence.sources().forEach(source -> rows.add("  " + say(language, "save.source") + ": "
                    + source.heading() + ", " + here.resolve(source.url())));
        });
        turn.choices().stream().map(Choice::label).forEach(label -> rows.add("- " + label));
        if (!turn.handover().isEmpty()) {
            rows.add(turn.handover().stream().map(Piece::text).collect(Collectors.joining()));
        }
        if (turn.receipt() != null) {
            rows.add(say(language, "save.receipt") + ": " + turn.receipt());
        }
    }

    private void add(List<String> rows, Turn.Line line, ChatLanguage language) {
        rows.add("");
        if (line.isCitizens()) {
            rows.add(say(language, "line.you") + " " + line.text());
        } else if (line.isAgents()) {
            String who = line.name() == null
                    ? say(language, "line.person")
                    : say(language, line.approved() ? "line.approved" : "line.agent", line.name());
            rows.add(who + " " + line.text());
        } else {
            rows.add(say(language, "line.service") + " " + line.text());
        }
    }

    private String say(ChatLanguage language, String code, Object... values) {
        return messages.getMessage(code, values.length == 0 ? null : values, language.locale());
    }
}
