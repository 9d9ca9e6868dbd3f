package se.lotsen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form of an event's data, in the log and in the stream alike: the record components are the fields, dates are
 * ISO 8601, masked text is {@code text} with what it hides beside it in {@code hidden}. The event's type is not
 * part of the data. Unknown fields are ignored on reading, so that older programs read newer logs; an unknown type is
 * refused. It has a mapper of its own, because settings of the web layer must not change the log.
 */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            // An opening time keeps the offset that it was written with.
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    /** Half of a surrogate pair: legal in a Java string and in JSON as an escape, but not in UTF-8. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private EventJson() {
    }

    /** The event's data as a JSON object. */
    public static String write(ConversationEvent event) {
        return switch (event) {
            case QuestionAsked question -> json(new QuestionData(question.text().value(),
                    inOrder(question.text().hidden()), question.language()));
            case MessagePosted message -> write(message, null);
            default -> json(event);
        };
    }

    /**
     * A message's data for whoever shows it; what is stored has no language.
     *
     * @param language that the text is in, BCP 47; null where it is not known
     */
    public static String write(MessagePosted message, @Nullable String language) {
        return json(new MessageData(message.author(), message.name(), message.text().value(),
                inOrder(message.text().hidden()), message.sources(), message.approved(), language));
    }

    /**
     * The event again.
     *
     * @param type as {@link ConversationEvent#type()} gave it
     * @throws IllegalArgumentException for an unknown type, or data that is not an event of this type
     */
    public static ConversationEvent read(String type, String data) {
        return switch (type) {
            case "question" -> parse(data, QuestionData.class).event();
            case "sources" -> parse(data, SourcesFound.class);
            case "text" -> parse(data, TextReleased.class);
            case "choices" -> parse(data, ChoicesOffered.class);
            case "handover-offer" -> parse(data, HandoverOffered.class);
            case "completed" -> parse(data, Completed.class);
            case "state" -> parse(data, StateChanged.class);
            case "message" -> parse(data, MessageData.class).event();
            case "notice" -> parse(data, NoticePosted.class);
            default -> throw new IllegalArgumentException("There is no event of type " + type);
        };
    }

    static String write(MaskedText text) {
        return json(new MaskedData(text.value(), inOrder(text.hidden())));
    }

    static MaskedText readMasked(String data) {
        return parse(data, MaskedData.class).restored();
    }

    private static String json(Object value) {
        return LONE_SURROGATE.matcher(MAPPER.writeValueAsString(value))
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }

    private static <T> T parse(String data, Class<T> type) {
        try {
            return MAPPER.readValue(data, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The data is not a " + type.getSimpleName(), e);
        }
    }

    /** Sets have no order, stored data has. */
    private static Set<PersonalDataKind> inOrder(Set<PersonalDataKind> kinds) {
        return kinds.isEmpty() ? kinds : EnumSet.copyOf(kinds);
    }

    private record QuestionData(@JsonProperty(required = true) String text,
            @JsonProperty(required = true) Set<PersonalDataKind> hidden,
            @JsonProperty(required = true) String language) {
        private QuestionAsked event() {
            return new QuestionAsked(MaskedText.restored(text, hidden), language);
        }
    }

    private record MessageData(@JsonProperty(required = true) Author author, @Nullable String name,
            @JsonProperty(required = true) String text,
            @JsonProperty(required = true) Set<PersonalDataKind> hidden,
            @JsonProperty(required = true) List<Citation> sources,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean approved,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language) {
        private MessagePosted event() {
            return new MessagePosted(author, name, MaskedText.restored(text, hidden), sources, approved);
        }
    }

    private record MaskedData(@JsonProperty(required = true) String text,
            @JsonProperty(required = true) Set<PersonalDataKind> hidden) {
        private MaskedText restored() {
            return MaskedText.restored(text, hidden);
        }
    }
}
