package se.lotsen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.privacy.MaskedText;

/**
 * What can happen in a conversation: the vocabulary of the log, of the stream and of the transcript alike. Events never
 * change once stored; the record components are the JSON fields that clients read, so a name here is a promise.
 */
public sealed interface ConversationEvent {

    /** The event's stable name in the log and in the stream, such as {@code handover-offer}. */
    String type();

    /** A citizen asked something; personal data is hidden already. */
    record QuestionAsked(MaskedText text, String language) implements ConversationEvent {
        @Override
        public String type() {
            return "question";
        }
    }

    /** The pages that were found, best first; sent before any text. */
    record SourcesFound(List<Source> sources) implements ConversationEvent {
        @Override
        public String type() {
            return "sources";
        }
    }

    /**
     * One whole sentence; never withdrawn. Fixed replies have no citations.
     *
     * @param lang the sentence's language where it need not be that of the pages; null for theirs
     * @param machineTranslated true for a model's translation; null otherwise
     * @param original the sentence that was translated, as it stands on the page; null otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TextReleased(String text, List<Citation> sources, @Nullable String lang,
            @Nullable Boolean machineTranslated, @Nullable String original) implements ConversationEvent {

        /** A sentence in the pages' language, or of a reply. */
        public TextReleased(String text, List<Citation> sources) {
            this(text, sources, null, null, null);
        }

        /** Whose words it is, for the citizen to know (AI Act, article 50): put together by the assistant, or written by editors. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String origin() {
            return sources.isEmpty() ? "editor" : "assistant";
        }

        @Override
        public String type() {
            return "text";
        }
    }

    /** The citizen is asked which of up to three services is meant. */
    record ChoicesOffered(List<Choice> choices) implements ConversationEvent {
        @Override
        public String type() {
            return "choices";
        }
    }

    /** The way to a person as it is now. {@code nextOpening} is null while open. */
    record HandoverOffered(HandoverReason reason, boolean openNow, @Nullable OffsetDateTime nextOpening,
            String text,
            String phone, @Nullable String email) implements ConversationEvent {
        @Override
        public String type() {
            return "handover-offer";
        }
    }

    /**
     * The end of a question; exactly one for each. {@code answer} counts the conversation's questions from 1 and names
     * the answer in feedback; {@code confidence} is a probability 0..1.
     *
     * @param receipt the id by which the answer can be quoted, such as {@code LS-7KQ4-9M2X-B8TZ-4H6J}; null where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Completed(AnswerKind kind, AnswerOutcome outcome, int answer, double confidence,
            @Nullable String receipt)
            implements
            ConversationEvent {

        /** An answer that has no receipt yet. */
        public Completed(AnswerKind kind, AnswerOutcome outcome, int answer, double confidence) {
            this(kind, outcome, answer, confidence, null);
        }

        /** The same with its receipt. */
        public Completed quotedBy(String id) {
            return new Completed(kind, outcome, answer, confidence, id);
        }

        /** True where the pages of {@code sources} may help although nothing is quoted; null otherwise. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public @Nullable Boolean related() {
            return outcome.linksPages() ? Boolean.TRUE : null;
        }

        @Override
        public String type() {
            return "completed";
        }
    }

    /**
     * The conversation is somebody else's from here on, or waits for somebody.
     *
     * @param agent who has it from then on, as citizens see the name; null when no agent has it
     * @param text the one line for the citizen; null when there is nothing to say
     */
    record StateChanged(ConversationState from, ConversationState to, StateChange change,
            @Nullable String agent, @Nullable String text) implements ConversationEvent {
        @Override
        public String type() {
            return "state";
        }
    }

    /**
     * What a citizen and a person of the municipality write to each other; personal data is hidden already.
     *
     * @param name the agent's, as citizens see it; null for the citizen
     * @param sources the passages that an agent points to
     * @param approved true for an answer of the assistant that an agent has approved and not changed; null otherwise
     */
    record MessagePosted(Author author, @Nullable String name, MaskedText text, List<Citation> sources,
            @Nullable Boolean approved)
            implements
            ConversationEvent {

        /** In the author's own words. */
        public MessagePosted(Author author, @Nullable String name, MaskedText text, List<Citation> sources) {
            this(author, name, text, sources, null);
        }

        @Override
        public String type() {
            return "message";
        }
    }

    /** One line of ours that is neither an answer nor anybody's message. */
    record NoticePosted(String text) implements ConversationEvent {
        @Override
        public String type() {
            return "notice";
        }
    }

    /** A page that was found. {@code score} is 0..1, relative to the highest score the question could reach. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(String page, String title, double score, String url, @Nullable LocalDate reviewed,
            @Nullable EService eService) {
    }

    /**
     * The passage that holds a sentence: our own {@code /knowledge/{page}#anchor}.
     *
     * @param revision the version of the page that was read, by the first digits of its digest; null where nobody wrote it down
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Citation(String page, String heading, String url, @Nullable String revision) {

        /** The page, whatever version of it. */
        public Citation(String page, String heading, String url) {
            this(page, heading, url, null);
        }

        /** Where this version can be read. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String href() {
            return revision == null || !url.contains("#")
                    ? url
                    : url.replaceFirst("#", "?revision=" + revision + "#");
        }
    }

    /** One service that may be meant. */
    record Choice(String label, String page) {
    }

    /** An e-service and what it asks of the citizen before it can be used. */
    record EService(String name, String url, boolean eId, boolean signing, boolean payment) {
    }
}
