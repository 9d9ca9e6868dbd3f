package se.lotsen.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import se.lotsen.audit.Actor;
import se.lotsen.archive.Revision;
import se.lotsen.archive.RevisionOrigin;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.delivery.ContactsForTests;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.SeededRandom;

/**
 * Random pages with random histories and conversations over them, of which it is known which used the wrong passage: all are found,
 * and no other. {@code mvn test -Dtest=SeededRecallTests -Dlotsen.seed=…} prints the figures.
 */
@Execution(ExecutionMode.CONCURRENT)
class SeededRecallTests {
    private static final int PAGES = 8;
    private static final int VERSIONS = 7;
    private static final int PASSAGES = 5;
    private static final int CONVERSATIONS = 400;
    private static final String WRONG = "Avgiften är 100 kronor.";
    private static final Duration SERVED = Duration.ofHours(10);
    private static final Instant BEGIN = Instant.parse("2026-10-01T06:00:00Z");
    private final SeededRandom random = new SeededRandom();
    private final MovedClock clock = new MovedClock(BEGIN.toString());
    @TempDir
    private Path dataDir;

    /** A page's history, and in which versions its passage number 0 was wrong. */
    private record History(String id, List<Revision> revisions, Set<Integer> wrong) {
        PageVersions versions() {
            return PageVersions.of(id, revisions.reversed());
        }

        Page page(int version) {
            Revision revision = revisions.get(version);
            return Page.read(revision.file(), revision.text(), finding -> {
                throw new AssertionError(finding.toString());
            }).orElseThrow();
        }
    }

    @Test
    void everyConversationThatUsedTheWrongPassageIsFoundAndNoOther() {
        List<History> histories = IntStream.range(0, PAGES).mapToObj(this::history).toList();
        try (RecordForTests record = new RecordForTests(RecordForTests.address(dataDir), clock,
                HandoverEffects.NONE)) {
            List<Set<ConversationId>> used = talk(record, histories);
            Recall recall = new Recall(record.history, record.store,
                    new ContactsForTests(record, clock, false).contacts);
            int relevant = 0;
            int found = 0;
            int extra = 0;
            for (int n = 0; n < PAGES; n++) {
                Set<ConversationId> hits = hits(recall, histories.get(n));
                relevant += used.get(n).size();
                found += (int) hits.stream().filter(used.get(n)::contains).count();
                extra += hits.size();
                assertThat(hits).as("page %s, %s", n, random).isEqualTo(used.get(n));
            }
            System.out.printf(
                    "recall: %d conversations, %d that used a wrong passage, %d found, %d extra (%s)%n",
                    CONVERSATIONS, relevant, found, extra - found, random);
            assertThat(relevant).as("the corpus says something, %s", random).isGreaterThan(50);
        }
    }

    private static Set<ConversationId> hits(Recall recall, History history) {
        PageVersions versions = history.versions();
        int seen = 1 + history.wrong().stream().mapToInt(Integer::intValue).max().orElseThrow();
        PageVersion old = versions.version(seen).orElseThrow();
        String mark = PageVersions.changes(old, versions.latest()).stream()
                .flatMap(change -> change.removed().stream())
                .filter(removed -> removed.text().equals(WRONG)).findFirst().orElseThrow().mark();
        Selection selection = new Selection(history.id(), seen, VERSIONS, Set.of(mark), null, null);
        Hits hits = recall.find(history.id(), Fault.of(versions, selection).orElseThrow());
        assertThat(hits.unknown()).isZero();
        return hits.affected().stream().map(Affected::conversation).collect(Collectors.toSet());
    }

    /** The last version is right; of the others some are wrong, at least one. */
    private History history(int n) {
        Set<Integer> wrong = new HashSet<>(Set.of(random.below(VERSIONS - 1)));
        IntStream.range(0, VERSIONS - 1).filter(version -> random.below(2) == 0).forEach(wrong::add);
        List<Revision> revisions = new ArrayList<>();
        String id = "sida-" + n;
        for (int version = 0; version < VERSIONS; version++) {
            String text = aPage(id).body(body(n, version, wrong.contains(version))).text();
            revisions.add(new Revision("pages/" + id + ".md", version + 1, text, Page.digestOf(text), false,
                    RevisionOrigin.PUBLISHED, Actor.machine("test"),
                    BEGIN.plus(SERVED.multipliedBy(version)), ""));
        }
        return new History(id, revisions, wrong);
    }

    private String body(int n, int version, boolean wrong) {
        StringBuilder body = new StringBuilder("Om sida " + n + ", version " + version + ".\n");
        for (int passage = 0; passage < PASSAGES; passage++) {
            // Headings are renamed now and then, which moves the anchors.
            body.append("\n## Rubrik ").append(passage)
                    .append(random.below(4) == 0 ? " med tillägg " + version : "").append("\n\n");
            body.append(passage == 0
                    ? wrong ? WRONG + " " : "Avgiften är 250 kronor. "
                    : "Ärende " + passage + " tar " + (1 + random.below(3)) + " veckor. ");
            body.append("Stycke ").append(passage).append(" har en rad till")
                    .append(random.below(3) == 0 ? " sedan ändring " + version : "").append(".\n");
        }
        return body.toString();
    }

    private List<Set<ConversationId>> talk(RecordForTests record, List<History> histories) {
        List<Set<ConversationId>> used = new ArrayList<>();
        histories.forEach(history -> used.add(new HashSet<>()));
        // Conversations happen in the order of time, as the clock does.
        for (int version = 0; version < VERSIONS; version++) {
            clock.move(version == 0 ? Duration.ofHours(1) : SERVED);
            int until = CONVERSATIONS * (version + 1) / VERSIONS - CONVERSATIONS * version / VERSIONS;
            for (int i = 0; i < until; i++) {
                ConversationId conversation = record.start();
                for (int answer = 1; answer <= random.between(1, 3); answer++) {
                    answer(record, conversation, answer, histories, version, used);
                }
            }
        }
        return used;
    }

    private void answer(RecordForTests record, ConversationId conversation, int answer,
            List<History> histories, int version, List<Set<ConversationId>> used) {
        int n = random.below(PAGES);
        History history = histories.get(n);
        Page page = history.page(version);
        // The first passage is the lead; after it comes number 0.
        int passage = random.below(PASSAGES + 1);
        Passage cited = page.passages().get(passage);
        StoredEvent question = record.store
                .ask(conversation, RecordForTests.key(), masked("Vad gäller?"), "sv").event();
        boolean named = random.below(2) == 0;
        boolean explained = random.below(2) == 0;
        TextReleased said = new TextReleased(random.oneOf(cited.statements()).text(),
                List.of(new Citation(page.id(), cited.heading(), cited.url(),
                        named ? page.revision() : null)));
        record.store.answer(question, List.of(said, new Completed(AnswerKind.ANSWERED,
                AnswerOutcome.ANSWERED, answer, 0.9)), explanation(page, explained));
        if (passage == 1 && history.wrong().contains(version)) {
            used.get(n).add(conversation);
        }
    }

    private static @Nullable AnswerExplanation explanation(Page page, boolean withDigests) {
        return new AnswerExplanation(withDigests
                ? "{\"digests\":{\"" + page.id() + "\":\"" + page.digest() + "\"}}"
                : "{\"digests\":{}}");
    }
}
