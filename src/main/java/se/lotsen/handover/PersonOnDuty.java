package se.lotsen.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.handover.Presence.DeskAgent;

/**
 * Whether a person can really be reached in the chat now. Opening hours alone promise nobody: somebody must be at the desk
 * who takes the queue in the citizen's language, and be free within an acceptable time. It reads the database and must not
 * be asked on an event loop.
 */
public class PersonOnDuty {
    private final ContactCentre contactCentre;
    private final ContactDirectory contacts;
    private final Presence presence;
    private final QueuePlaces places;
    private final HandoverStore handover;
    private final HandoverProperties properties;

    PersonOnDuty(ContactCentre contactCentre, ContactDirectory contacts, Presence presence,
            QueuePlaces places, HandoverStore handover, HandoverProperties properties) {
        this.contactCentre = contactCentre;
        this.contacts = contacts;
        this.presence = presence;
        this.places = places;
        this.handover = handover;
        this.properties = properties;
    }

    /** Whether somebody is there, and why not. */
    public enum Reach {
        /** A person will come. */
        OPEN,
        /** Outside the opening hours. */
        CLOSED,
        /** It is open, but nobody is at the desk who takes this. */
        NOBODY_THERE,
        /** Somebody is there, but the wait would be too long. */
        FULL
    }

    /** What was found, and the contact's hours beside it. */
    public record Duty(Reach reach, Availability availability) {
        /** Whether a person will come. */
        public boolean isOpen() {
            return reach == Reach.OPEN;
        }

        /** The queue that was asked about. */
        public String queue() {
            return availability.contact().queue();
        }
    }

    /** @param contact a key of {@code contacts.yaml}; an unknown one means the main entrance */
    public Duty at(String contact, String language) {
        Availability now = contactCentre.availability(contact);
        return new Duty(now.openNow() ? reach(now.contact().queue(), language) : Reach.CLOSED, now);
    }

    /** The same for a queue; one that no contact has means the main entrance. */
    public Duty inQueue(@Nullable String queue, String language) {
        return at(contacts.ofQueue(queue).map(ContactPoint::id).orElse(""), language);
    }

    private Reach reach(String queue, String language) {
        List<DeskAgent> agents = presence.taking(queue, language);
        if (agents.isEmpty()) {
            return Reach.NOBODY_THERE;
        }
        QueuePlaces.Place next = places.next(queue, language);
        int free = agents.stream().mapToInt(this::free).sum();
        return next.position() <= free || isAcceptable(next, agents) ? Reach.OPEN : Reach.FULL;
    }

    private int free(DeskAgent agent) {
        return Math.max(0, agent.capacity() - handover.ownedBy(agent.account()).size());
    }

    /** Where no wait can be estimated, at most as many may wait as all agents together have at a time. */
    private boolean isAcceptable(QueuePlaces.Place next, List<DeskAgent> agents) {
        Integer minutes = next.estimateMinutes();
        return minutes == null
                ? next.position() <= agents.stream().mapToInt(DeskAgent::capacity).sum()
                : minutes <= properties.longestWait().toMinutes();
    }
}
