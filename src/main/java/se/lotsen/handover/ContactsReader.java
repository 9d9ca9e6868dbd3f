package se.lotsen.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.YamlLines;

/** Makes contact points of {@code contacts.yaml}. */
final class ContactsReader {
    static final String FILE = "contacts.yaml";
    static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d -]+\\d");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
    private static final Pattern WORDS = Pattern.compile(".*\\S.*", Pattern.DOTALL);

    private ContactsReader() {
    }

    /**
     * @param queues the queues that have hours; empty when nobody knows them, so that no reference is
     *            doubted
     */
    static EditorsFile.Reading<List<ContactPoint>> read(String yaml, Optional<Set<String>> queues) {
        return EditorsFile.read(FILE, yaml, Contacts.class, (raw, file) -> contacts(raw, file, queues));
    }

    private static List<ContactPoint> contacts(Contacts raw, EditorsFile file,
            Optional<Set<String>> queues) {
        List<ContactPoint> contacts = new ArrayList<>();
        for (Contact contact : file.entries("/contacts", raw.contacts())) {
            contacts.add(contact(YamlLines.at("/contacts", contacts.size()), contact, file));
        }
        for (int i = 0; i < contacts.size() && queues.isPresent(); i++) {
            String queue = contacts.get(i).queue();
            if (!queue.isEmpty() && !queues.get().contains(queue)) {
                file.unknown(YamlLines.at(YamlLines.at("/contacts", i), "queue"), queue);
            }
        }
        secrecy(contacts, file);
        return List.copyOf(contacts);
    }

    /** A queue is secret or it is not; and the main entrance, where everybody may end, cannot be. */
    private static void secrecy(List<ContactPoint> contacts, EditorsFile file) {
        Map<String, Boolean> secret = new HashMap<>();
        for (int i = 0; i < contacts.size(); i++) {
            ContactPoint contact = contacts.get(i);
            Boolean first = secret.putIfAbsent(contact.queue(), contact.secret());
            if (i == 0 && contact.secret() || first != null && first != contact.secret()) {
                file.invalid(YamlLines.at(YamlLines.at("/contacts", i), "secret"));
            }
        }
    }

    private static ContactPoint contact(String entry, Contact raw, EditorsFile file) {
        return new ContactPoint(file.id(entry, raw.id()),
                file.text(YamlLines.at(entry, "name"), raw.name()),
                file.text(YamlLines.at(entry, "phone"), raw.phone(), PHONE),
                file.optionalText(YamlLines.at(entry, "email"), raw.email(), EMAIL),
                file.optionalText(YamlLines.at(entry, "visitingAddress"), raw.visitingAddress(), WORDS),
                file.text(YamlLines.at(entry, "queue"), raw.queue()),
                file.optionalText(YamlLines.at(entry, "whenClosed"), raw.whenClosed(), WORDS),
                Boolean.TRUE.equals(raw.secret()));
    }

    /** The file as written: any field may be missing. */
    record Contacts(@Nullable List<@Nullable Contact> contacts) {
    }

    /** A contact as written: any field may be missing. */
    record Contact(@Nullable String id, @Nullable String name, @Nullable String phone, @Nullable String email,
            @Nullable String visitingAddress, @Nullable String queue, @Nullable String whenClosed,
            @Nullable Boolean secret) {
    }
}
