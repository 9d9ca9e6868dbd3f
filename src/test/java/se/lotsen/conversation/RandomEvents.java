package se.lotsen.conversation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.EService;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;

/** Events of every type with texts as hostile as Java strings can be. */
final class RandomEvents {
    private static final String[] PIECES = {"bygglov", " åäö ÅÄÖ ", "\n\r\t", "\u0000", "\"\\/", "سلام", "😀",
            "\ud83d", "\ude00", "\u2028", "</script>", "é", "\uffff", "%s", "$1"};
    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    ConversationEvent next() {
        return switch (random.nextInt(9)) {
            case 0 -> new QuestionAsked(masked(), text());
            case 1 -> new SourcesFound(list(this::source));
            case 2 -> new TextReleased(text(), list(() -> new Citation(text(), text(), text())));
            case 3 -> new ChoicesOffered(list(() -> new Choice(text(), text())));
            case 4 ->
                new HandoverOffered(HandoverReason.values()[random.nextInt(HandoverReason.values().length)],
                        random.nextBoolean(), maybe(moment()), text(), text(),
                        maybe(text()));
            case 5 -> new StateChanged(any(ConversationState.values()), any(ConversationState.values()),
                    any(StateChange.values()), maybe(text()), maybe(text()));
            case 6 -> new MessagePosted(any(Author.values()), maybe(text()), masked(),
                    list(() -> new Citation(text(), text(), text())));
            case 7 -> new NoticePosted(text());
            default -> new Completed(any(AnswerKind.values()), any(AnswerOutcome.values()),
                    random.nextInt(), random.nextDouble());
        };
    }

    MaskedText masked() {
        Set<PersonalDataKind> hidden = EnumSet.noneOf(PersonalDataKind.class);
        Stream.of(PersonalDataKind.values()).filter(kind -> random.nextBoolean()).forEach(hidden::add);
        return MaskedText.restored(text(), hidden);
    }

    String text() {
        return String.join("",
                random.ints(random.nextInt(6), 0, PIECES.length).mapToObj(i -> PIECES[i]).toList());
    }

    private Source source() {
        LocalDate reviewed = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
        EService service = new EService(text(), text(), random.nextBoolean(), random.nextBoolean(),
                random.nextBoolean());
        return new Source(text(), text(), random.nextDouble(), text(), maybe(reviewed), maybe(service));
    }

    private OffsetDateTime moment() {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60) - 18 * 60));
        return OffsetDateTime.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24),
                random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000_000), offset);
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(4)).toList();
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
