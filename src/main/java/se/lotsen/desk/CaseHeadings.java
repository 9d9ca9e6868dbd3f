package se.lotsen.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.Standing;

/**
 * What a list says of a case besides its standing. Every change of a case makes every desk read its list anew, so it is read
 * from the packet once for each version of the case, not once for each desk. It holds nothing that a citizen wrote. Safe for
 * concurrent use.
 */
final class CaseHeadings {
    private static final int KEPT = 2_000;
    private final Function<ConversationId, Packet> packets;
    private final Map<ConversationId, Known> known = Collections
            .synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ConversationId, Known> eldest) {
                    return size() > KEPT;
                }
            });

    CaseHeadings(Function<ConversationId, Packet> packets) {
        this.packets = packets;
    }

    /** Both are empty for a case without a packet. */
    record Heading(String language, String topic) {
    }

    private record Known(long version, Heading heading) {
    }

    Heading of(Standing standing) {
        Known before = known.get(standing.conversation());
        if (before != null && before.version() == standing.version()) {
            return before.heading();
        }
        Packet packet = packets.apply(standing.conversation());
        Heading heading = new Heading(packet.language(), packet.topic());
        known.put(standing.conversation(), new Known(standing.version(), heading));
        return heading;
    }
}
