package se.lotsen.delivery;

import java.util.List;
import java.util.Locale;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.StoredEvent;

/** Decides what is told to whom: each event by every configured channel that tells it. Without channels, nothing. */
final class Announcements implements HandoverEffects {
    private final List<Channel> channels;

    Announcements(List<Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    @Override
    public List<Effect> of(StoredEvent event, Standing standing) {
        return event.event() instanceof StateChanged changed
                ? effects(new Notification(name(changed.change()), event.conversation().value(), event.at(),
                        standing.state().name(), standing.version(), standing.queue(), null, null, null,
                        null))
                : List.of();
    }

    List<Effect> effects(Notification notification) {
        return channels.stream().filter(channel -> channel.tells(notification.event()))
                .map(notification::by).toList();
    }

    static String name(StateChange change) {
        return "case." + change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
