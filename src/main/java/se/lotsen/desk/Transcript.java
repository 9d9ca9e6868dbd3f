package se.lotsen.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Citation;
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

/** A conversation for the agent's eyes: what the citizen sees, what the assistant found, and the notes in their place. */
final class Transcript {
    private final ZoneId zone;
    private final long shownTo;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Answer answer;

    private Transcript(ZoneId zone, long shownTo) {
        this.zone = zone;
        this.shownTo = shownTo;
    }

    /** Who or what speaks; the heading's text is {@code desk.entry.} and the name. */
    enum Kind {
        /** The citizen asks the assistant. */
        QUESTION,
        /** What the assistant said to it. */
        ANSWER,
        /** The citizen writes to a person. */
        CITIZEN,
        /** An agent writes to the citizen. */
        AGENT,
        /** An agent has approved the assistant's draft for the citizen. */
        APPROVED,
        /** Who has the conversation has changed. */
        STATE,
        /** One line of the service. */
        NOTICE,
        /** For staff alone. */
        NOTE
    }

    /**
     * One thing that was said.
     *
     * @param name of the person; empty where it is nobody's
     * @param found the pages that the assistant found
     * @param percent how sure the assistant was; null where it says nothing of it
     * @param reason the code why a person was offered; empty for none
     * @param answer the number of a finished answer, from 1; 0 for everything else
     * @param delivery how far an agent's message has come; null for everything else
     */
    record Entry(Kind kind, String name, ZonedDateTime at, List<String> texts, List<Citation> cited,
            List<Packet.Tried> found, @Nullable Integer percent, String reason, int answer,
            @Nullable Delivery delivery) {
    }

    /** How far an agent's message has come; the text is {@code desk.delivery.} and the name. */
    enum Delivery {
        /** It is in the citizen's conversation. */
        SENT,
        /** The citizen's side was given it. */
        SHOWN
    }

    /** An answer while its parts are read. */
    private record Answer(Instant at, List<String> texts, List<Citation> cited, List<Packet.Tried> found) {
    }

    /** @param shownTo the highest message of an agent that the citizen's side was given */
    static List<Entry> of(List<StoredEvent> events, List<Note> notes, ZoneId zone, long shownTo) {
        Transcript transcript = new Transcript(zone, shownTo);
        int next = 0;
        for (StoredEvent event : events) {
            // Notes have no place among the events; they stand where they were written by the clock.
            while (next < notes.size() && notes.get(next).at().isBefore(event.at())) {
                transcript.add(notes.get(next++));
            }
            transcript.add(event);
        }
        transcript.endAnswer(null);
        notes.subList(next, notes.size()).forEach(transcript::add);
        return List.copyOf(transcript.entries);
    }

    private void add(StoredEvent stored) {
        Instant at = stored.at();
        switch (stored.event()) {
            case QuestionAsked question -> {
                endAnswer(null);
                said(Kind.QUESTION, "", at, question.text().value(), List.of(), null);
            }
            case SourcesFound sources -> sources.sources().forEach(source -> answer(at).found()
                    .add(new Packet.Tried(source.title(), source.url(), Packet.percent(source.score()))));
            case TextReleased text -> {
                answer(at).texts().add(text.text());
                text.sources().stream().filter(source -> !answer(at).cited().contains(source))
                        .forEach(source -> answer(at).cited().add(source));
            }
            case ChoicesOffered choices -> choices.choices()
                    .forEach(choice -> answer(at).texts().add("– " + choice.label()));
            case HandoverOffered offer -> {
                // The way to a person is on every page of the desk already.
            }
            case Completed completed -> endAnswer(completed);
            case StateChanged changed -> {
                endAnswer(null);
                entries.add(new Entry(Kind.STATE, changed.agent() == null ? "" : changed.agent(), at(at),
                        changed.text() == null ? List.of() : List.of(changed.text()), List.of(), List.of(),
                        null, changed.change().name(), 0, null));
            }
            case MessagePosted message -> said(kind(message),
                    message.name() == null ? "" : message.name(), at, message.text().value(),
                    message.sources(), delivery(message, stored.id()));
            case NoticePosted notice -> said(Kind.NOTICE, "", at, notice.text(), List.of(), null);
        }
    }

    private static Kind kind(MessagePosted message) {
        if (message.author() == Author.CITIZEN) {
            return Kind.CITIZEN;
        }
        return Boolean.TRUE.equals(message.approved()) ? Kind.APPROVED : Kind.AGENT;
    }

    private void add(Note note) {
        said(Kind.NOTE, note.agent().name(), note.at(), note.text().value(), List.of(), null);
    }

    private @Nullable Delivery delivery(MessagePosted message, long id) {
        if (message.author() != Author.AGENT) {
            return null;
        }
        return id <= shownTo ? Delivery.SHOWN : Delivery.SENT;
    }

    private void said(Kind kind, String name, Instant at, String text, List<Citation> cited,
            @Nullable Delivery delivery) {
        entries.add(new Entry(kind, name, at(at), text.lines().toList(), cited, List.of(), null, "", 0,
                delivery));
    }

    private Answer answer(Instant at) {
        Answer open = answer;
        if (open == null) {
            open = new Answer(at, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            answer = open;
        }
        return open;
    }

    private void endAnswer(@Nullable Completed completed) {
        Answer open = answer;
        if (open != null) {
            entries.add(new Entry(Kind.ANSWER, "", at(open.at()), List.copyOf(open.texts()),
                    List.copyOf(open.cited()), List.copyOf(open.found()),
                    completed == null ? null : Packet.percent(completed.confidence()), "",
                    completed == null ? 0 : completed.answer(), null));
            answer = null;
        }
    }

    private ZonedDateTime at(Instant at) {
        return at.atZone(zone);
    }
}
