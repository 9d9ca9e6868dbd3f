package se.lotsen.records;

import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.CaseFile;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.Note;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.records.ReleasePart.Kind;

/** A conversation as the parts that an officer reads, marks and releases. The same conversation always has the same parts. */
final class ReleaseParts {
    private static final Locale SWEDISH = Locale.of("sv");

    private record Said(Kind kind, Instant at, String who, List<String> sentences) {
    }

    private final List<Said> said = new ArrayList<>();
    private @Nullable List<String> answer;

    private ReleaseParts() {
    }

    static List<ReleasePart> of(CaseFile file) {
        ReleaseParts parts = new ReleaseParts();
        file.events().forEach(parts::add);
        List<Said> inOrder = new ArrayList<>();
        Deque<Note> notes = new ArrayDeque<>(file.notes());
        for (Said one : parts.said) {
            // Notes have no place among the events; they stand where they were written by the clock.
            while (!notes.isEmpty() && notes.getFirst().at().isBefore(one.at())) {
                inOrder.add(note(notes.removeFirst()));
            }
            inOrder.add(one);
        }
        notes.forEach(note -> inOrder.add(note(note)));
        List<ReleasePart> numbered = new ArrayList<>();
        for (Said one : inOrder) {
            numbered.add(new ReleasePart(numbered.size() + 1, one.kind(), one.at(), one.who(),
                    one.sentences()));
        }
        return List.copyOf(numbered);
    }

    private static Said note(Note note) {
        return new Said(Kind.NOTE, note.at(), note.agent().name(), sentences(note.text().value()));
    }

    private void add(StoredEvent stored) {
        Instant at = stored.at();
        switch (stored.event()) {
            case QuestionAsked question -> say(Kind.QUESTION, at, "", question.text().value());
            case SourcesFound sources -> {
                // The pages that were found are the municipality's own, and no part of what was said.
            }
            case TextReleased text -> answer(at, text.text());
            case ChoicesOffered choices -> choices.choices()
                    .forEach(choice -> answer(at, "– " + choice.label()));
            case HandoverOffered offer -> say(Kind.OFFER, at, "", offer.text());
            case Completed completed -> answer = null;
            case StateChanged changed -> say(Kind.STATE, at, Objects.requireNonNullElse(changed.agent(), ""),
                    Objects.requireNonNullElse(changed.text(), ""));
            case MessagePosted message -> say(
                    message.author() == Author.CITIZEN ? Kind.CITIZEN : Kind.AGENT, at,
                    Objects.requireNonNullElse(message.name(), ""), message.text().value());
            case NoticePosted notice -> say(Kind.NOTICE, at, "", notice.text());
        }
    }

    private void say(Kind kind, Instant at, String who, String text) {
        said.add(new Said(kind, at, who, sentences(text)));
        answer = null;
    }

    private void answer(Instant at, String sentence) {
        List<String> open = answer;
        if (open == null) {
            open = new ArrayList<>();
            answer = open;
            said.add(new Said(Kind.ANSWER, at, "", open));
        } else {
            open.set(open.size() - 1, open.getLast() + "\n");
        }
        open.add(sentence);
    }

    /** Whole: nothing of the text is lost between them. */
    static List<String> sentences(String text) {
        BreakIterator ends = BreakIterator.getSentenceInstance(SWEDISH);
        ends.setText(text);
        List<String> found = new ArrayList<>();
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            found.add(text.substring(from, to));
            from = to;
        }
        return found;
    }
}
