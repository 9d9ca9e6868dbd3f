package se.lotsen.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.DeskCodes;

/**
 * The code that a citizen reads out on the phone, the same for the API and for the page without JavaScript. It refuses whoever
 * asks too often, and never shows a code again.
 */
public class Codes {
    private final DeskCodes codes;
    private final RateLimits limits;
    private final ZoneId zone;

    Codes(DeskCodes codes, RateLimits limits, ZoneId zone) {
        this.codes = codes;
        this.limits = limits;
        this.zone = zone;
    }

    /** A code, to be shown this once. */
    public record Code(String code, ZonedDateTime until) {
        Instant expiresAt() {
            return until.toInstant();
        }

        /** In two groups, as it is read out. */
        public String spaced() {
            return code.substring(0, 3) + "\u00a0" + code.substring(3);
        }

        /** Without the code. */
        @Override
        public String toString() {
            return "code until " + until;
        }
    }

    /** A new code for the conversation; one that was shown before is worth nothing any more. */
    public Mono<Code> show(Conversation conversation) {
        return Mono.fromCallable(() -> {
            limits.countConversation(conversation.id().toString());
            DeskCodes.Shown shown = codes.show(conversation.id());
            return new Code(shown.code(), shown.expiresAt().atZone(zone));
        }).subscribeOn(Schedulers.boundedElastic());
    }
}
