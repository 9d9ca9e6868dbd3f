package se.lotsen.handover;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.SecretQueues;
import se.lotsen.privacy.PublicContacts;

/** Whom citizens can turn to, within the municipality and outside it, as the editors' files say now. */
public final class ContactDirectory implements PublicContacts, SecretQueues {
    private final HandoverFiles files;

    /** A directory that follows the files' reloads. */
    public ContactDirectory(HandoverFiles files) {
        this.files = files;
    }

    /** The contact that a page names by its key. */
    public Optional<ContactPoint> contact(String id) {
        return files.counter().contact(id);
    }

    /** The contact whose queue it is, the first of several. */
    public Optional<ContactPoint> ofQueue(@Nullable String queue) {
        return files.counter().contacts().stream().filter(contact -> contact.queue().equals(queue))
                .findFirst();
    }

    @Override
    public boolean isSecret(String queue) {
        return files.counter().contacts().stream()
                .anyMatch(contact -> contact.secret() && contact.queue().equals(queue));
    }

    /**
     * All contacts in the file's order; the first is the municipality's main entrance. Empty while
     * there is no file.
     */
    public List<ContactPoint> contacts() {
        return files.counter().contacts();
    }

    /** Those outside the municipality, in the file's order. */
    public List<Referral> referrals() {
        return files.counter().referrals();
    }

    /**
     * Every phone number of contacts and referrals, as written: public, so nothing to hide when a text
     * quotes one.
     */
    @Override
    public Set<String> phones() {
        Counter counter = files.counter();
        return Stream.concat(counter.contacts().stream().map(ContactPoint::phone),
                counter.referrals().stream().map(Referral::phone))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every e-mail address of the contacts, as written. */
    @Override
    public Set<String> emails() {
        return files.counter().contacts().stream()
                .map(ContactPoint::email)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The domains of those addresses: a colleague's address on the same domain is the municipality's own too. */
    @Override
    public Set<String> emailDomains() {
        return emails().stream()
                .map(address -> address.substring(address.indexOf('@') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
