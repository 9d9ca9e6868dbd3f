package se.lotsen.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.ConversationId;
import se.lotsen.delivery.ContactDetail;
import se.lotsen.delivery.ContactOpening;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.PromiseKind;
import se.lotsen.delivery.Promises;
import se.lotsen.desk.DeskRefusal.Reason;
import se.lotsen.desk.PromiseView.Risk;
import se.lotsen.handover.OpenTimes;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffAccounts;

/**
 * What citizens were promised, for those whose queues must keep it. A promise of a queue that the colleague does not see
 * looks as if it did not exist; only who takes cases is told how to reach the citizen, and it is written down. It blocks.
 */
final class PromiseBook {
    /** More than anybody reads; the rest comes up as these are kept. */
    private static final int LINES = 200;
    /** Of which some are secret and not for everybody. */
    private static final int MOST = 2_000;
    private static final Logger log = LoggerFactory.getLogger(PromiseBook.class);
    private final Promises promises;
    private final CaseBook cases;
    private final StaffAccounts accounts;
    private final OpenTimes times;
    private final Clock clock;

    PromiseBook(Promises promises, CaseBook cases, StaffAccounts accounts, OpenTimes times, Clock clock) {
        this.promises = promises;
        this.cases = cases;
        this.accounts = accounts;
        this.times = times;
        this.clock = clock;
    }

    /**
     * How to reach a citizen, to be shown once; its text is in no log.
     *
     * @param address what a link leads to; empty for a promise that has no contact
     */
    record Opened(UUID promise, String value, String address) {
        static final Opened NOTHING = new Opened(new UUID(0, 0), "", "");

        static Opened of(UUID promise, ContactDetail detail) {
            return new Opened(promise, detail.value(), switch (detail.kind()) {
                case PHONE -> "tel:" + detail.value();
                case EMAIL -> "mailto:" + detail.value();
            });
        }

        /** Without the value. */
        @Override
        public String toString() {
            return "Opened[" + promise + "]";
        }
    }

    /** What is still to be kept, soonest first. */
    List<PromiseView> toKeep(Colleague who) {
        return views(who, promises.toKeep(who.narrowedTo(), MOST).stream()
                .filter(promise -> who.sees(promise.queue())).limit(LINES).toList());
    }

    /** What the conversation was promised, oldest first. */
    List<PromiseView> of(Colleague who, ConversationId conversation) {
        return views(who,
                promises.of(conversation).stream().filter(promise -> who.sees(promise.queue())).toList());
    }

    /** How many are due within an hour, or overdue. */
    int atRisk(Colleague who) {
        return (int) promises.atRisk(who.narrowedTo(), clock.instant()).stream()
                .filter(promise -> who.sees(promise.queue())).count();
    }

    /** @throws NoSuchCase when it is not for the colleague's eyes */
    Promise promise(Colleague who, UUID id) {
        return promises.find(id).filter(promise -> who.sees(promise.queue())).orElseThrow(NoSuchCase::new);
    }

    /** Shows how to reach the citizen and writes down to whom. */
    Opened contact(Colleague who, UUID id) {
        keeper(who, id);
        log.info("contact of promise {} opened by {}", id, who.id());
        return promises.openContact(id, who.agent()).map(detail -> Opened.of(id, detail))
                .orElse(Opened.NOTHING);
    }

    /** The colleague has made contact; nothing when somebody has before. */
    Promise keep(Colleague who, UUID id) {
        Promise promise = keeper(who, id);
        promises.keep(id, who.agent());
        log.info("promise {} kept by {}", id, who.id());
        return promise;
    }

    private Promise keeper(Colleague who, UUID id) {
        Promise promise = promise(who, id);
        if (!who.takesCases()) {
            throw new DeskRefusal(Reason.NO_AGENT);
        }
        return promise;
    }

    private List<PromiseView> views(Colleague who, List<Promise> all) {
        Set<UUID> ids = all.stream().map(Promise::id).collect(Collectors.toSet());
        Map<UUID, List<ContactOpening>> openings = promises.openings(ids);
        Map<String, String> names = new HashMap<>();
        return all.stream().map(promise -> view(who, promise,
                openings.getOrDefault(promise.id(), List.of()).stream()
                        .map(opening -> new PromiseView.Opening(
                                names.computeIfAbsent(opening.account(), this::name),
                                opening.at().atZone(times.zone())))
                        .toList()))
                .toList();
    }

    private PromiseView view(Colleague who, Promise promise, List<PromiseView.Opening> openings) {
        return new PromiseView(promise.id(), promise.conversation().value(), promise.receipt(),
                promise.kind().name(), cases.queueName(promise.queue()), promise.language(),
                promise.dueAt().atZone(times.zone()), Objects.requireNonNullElse(promise.wish(), ""),
                risk(promise), promise.keptAt() != null, promise.kind() != PromiseKind.MESSAGE,
                isVisible(who, promise.conversation()), openings);
    }

    private Risk risk(Promise promise) {
        Instant now = clock.instant();
        if (promise.keptAt() != null || promise.dueAt().isAfter(now.plus(Promises.AT_RISK))) {
            return Risk.NONE;
        }
        return promise.dueAt().isAfter(now) ? Risk.SOON : Risk.LATE;
    }

    /** A case that has gone on to a queue that the colleague does not see is that queue's. */
    private boolean isVisible(Colleague who, ConversationId conversation) {
        try {
            cases.standing(who, conversation);
            return true;
        } catch (NoSuchCase gone) {
            return false;
        }
    }

    /** An account that is gone keeps its id. */
    private String name(String account) {
        return accounts.find(UUID.fromString(account)).map(StaffAccount::displayName).orElse(account);
    }
}
