package se.lotsen.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.HandoverReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an agent is told of a case when it is handed over, and what the citizen is shown before. The components are the JSON
 * fields. It holds only what is masked already, and nothing that an answer did not show, but for the facts that the checks
 * took out of it and for an answer that a person looks at first.
 *
 * @param reason why a person was last offered
 * @param language that of the last question
 * @param question the last question in the citizen's own words; empty when nothing was asked
 * @param questions all of them, oldest first
 * @param sources the pages that were found for the last answer, best first
 * @param missing sentences that the checks took out of the last answer
 * @param topic the area of the page that it was about; null when unknown
 * @param draft the quotation that answers the last question; null when there was none
 * @param wish what the citizen wants; null when not said
 * @param heldBack why the draft was not shown; null where it was, or where there is none
 */
public record CasePacket(HandoverReason reason, String language, String question, List<String> questions,
        List<TriedSource> sources, List<String> missing, @Nullable String topic, @Nullable Draft draft,
        @Nullable String wish, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HeldBack heldBack) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of an answer that was shown, or of none. */
    public CasePacket(HandoverReason reason, String language, String question, List<String> questions,
            List<TriedSource> sources, List<String> missing, @Nullable String topic, @Nullable Draft draft,
            @Nullable String wish) {
        this(reason, language, question, questions, sources, missing, topic, draft, wish, null);
    }

    public CasePacket {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(language);
        Objects.requireNonNull(question);
        questions = List.copyOf(questions);
        sources = List.copyOf(sources);
        missing = List.copyOf(missing);
    }

    /** Why the draft was not shown to the citizen, and so what the agent may do with it. */
    public enum HeldBack {
        /** It is a draft alone. */
        @JsonProperty("draft")
        DRAFT,
        /** It may be sent unchanged with one press. */
        @JsonProperty("approve")
        APPROVE
    }

    /** A page that was found. {@code score} is 0..1. */
    public record TriedSource(String page, String title, double score, String url) {
        public TriedSource {
            Objects.requireNonNull(title);
            Objects.requireNonNull(url);
        }
    }

    /** A reply that the agent may send as it is: quoted sentences, and where they stand. */
    public record Draft(String text, List<Citation> sources) {
        public Draft {
            Objects.requireNonNull(text);
            sources = List.copyOf(sources);
            sources.forEach(source -> Objects.requireNonNull(source.url()));
        }
    }

    /** As it is stored. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** What was stored; empty when it is not a whole packet. Fields that a later version has added are passed over. */
    public static Optional<CasePacket> read(String document) {
        try {
            return Optional.ofNullable(JSON.readValue(document, CasePacket.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
