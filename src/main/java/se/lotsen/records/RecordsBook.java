package se.lotsen.records;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.CaseFile;
import se.lotsen.conversation.CaseFiles;
import se.lotsen.conversation.CaseSearch;
import se.lotsen.conversation.CaseSearch.Hit;
import se.lotsen.conversation.CaseSearch.Query;
import se.lotsen.conversation.CaseSearch.Sight;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.Tombstone;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.ContactPoint;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.staff.StaffMember;

/**
 * Which conversations an officer sees: all but those of secret queues that the account does not list (OSL 2009:400, 8 and 26
 * ch.: there is secrecy between a municipality's authorities, too). What is not for the officer's eyes does not exist
 * ({@link NoSuchRecord}). It blocks.
 */
final class RecordsBook {
    private final CaseFiles files;
    private final CaseSearch search;
    private final StaffAccounts accounts;
    private final ContactDirectory contacts;

    RecordsBook(CaseFiles files, CaseSearch search, StaffAccounts accounts, ContactDirectory contacts) {
        this.files = files;
        this.search = search;
        this.accounts = accounts;
        this.contacts = contacts;
    }

    Officer officer(StaffMember member) {
        Set<String> queues = accounts.find(member.id()).map(StaffAccount::queues).map(Set::copyOf)
                .orElse(Set.of());
        return new Officer(member.actor(), queues);
    }

    CaseFile open(Officer officer, UUID conversation) {
        return find(officer, new ConversationId(conversation)).orElseThrow(NoSuchRecord::new);
    }

    /** Empty also for what is not for the officer's eyes. */
    Optional<CaseFile> find(Officer officer, ConversationId conversation) {
        return files.find(conversation).filter(file -> sees(officer, file));
    }

    /** The proof of a conversation that was disposed of; it holds nothing that was said. */
    Optional<Tombstone> tombstone(UUID conversation) {
        return files.tombstone(new ConversationId(conversation));
    }

    private boolean sees(Officer officer, CaseFile file) {
        Standing standing = file.standing();
        return mayKnow(officer, standing.reserved(), true) && mayKnow(officer, standing.queue(), false)
                && mayKnow(officer, file.lastQueue(), false);
    }

    private boolean mayKnow(Officer officer, @Nullable String queue, boolean secret) {
        return queue == null || !(secret || contacts.isSecret(queue)) || officer.queues().contains(queue);
    }

    /** Whether the conversation is or was in a secret queue: then secrecy is assessed before anything is released. */
    boolean needsAssessment(CaseFile file) {
        return file.standing().reserved() != null || file.queues().stream().anyMatch(contacts::isSecret);
    }

    /** The latest first. */
    List<Hit> search(Officer officer, Query query, int offset, int limit) {
        Set<String> hidden = contacts.contacts().stream().filter(ContactPoint::secret)
                .map(ContactPoint::queue).filter(queue -> !officer.queues().contains(queue))
                .collect(Collectors.toCollection(HashSet::new));
        return search.find(query, new Sight(Set.of(), officer.actor().account(), officer.queues(),
                Set.copyOf(hidden), true), offset, limit);
    }

    /** The name of a queue; its id where no contact has it any more. */
    String queueName(@Nullable String queue) {
        return Stream.ofNullable(queue)
                .map(id -> contacts.ofQueue(id).map(ContactPoint::name).orElse(id))
                .findFirst().orElse("");
    }
}
