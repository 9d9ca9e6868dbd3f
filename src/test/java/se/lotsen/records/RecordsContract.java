package se.lotsen.records;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.records.OpenRecords.DAY;
import static se.lotsen.records.OpenRecords.OFFICER;
import static se.lotsen.records.OpenRecords.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.CaseFile;
import se.lotsen.conversation.ConversationClass;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.DisposalLog;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.conversation.Tombstone;
import se.lotsen.records.RecordMark.Kind;
import se.lotsen.testing.Masked;
import se.lotsen.testing.SeededRandom;

/** What is disposed of and what is kept, on a real database. */
@Timeout(300)
abstract class RecordsContract {
    private static final Agent ANNA = new Agent("anna", "Anna Ek");
    OpenRecords open;

    abstract String url();

    @BeforeEach
    void open() {
        open = new OpenRecords(url());
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void everyTableOfTheDatabaseBelongsToExactlyOneClass() {
        List<String> tables = open.record.database.sql("""
                select table_name from information_schema.tables where table_schema = current_schema""")
                .query(String.class).list();
        List<String> assigned = Arrays.stream(RecordClass.values())
                .flatMap(kind -> kind.tables().stream()).toList();
        assertThat(assigned).as("a new table is assigned in RecordClass").doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void eachClassOfConversationsHasItsOwnPeriodAndTheProofNamesTheDecision() {
        RetentionSchedule plan = schedule("assistant-conversation.period", "30d",
                "assistant-conversation.decision-reference", "KS 2026/17", "handed-over-conversation.period",
                "60d", "handed-over-conversation.decision-reference", "KS 2026/18");
        ConversationId alone = open.answered();
        ConversationId handedOver = open.handedOver();
        ConversationId noted = open.answered();
        open.record.handover.addNote(noted, RecordForTests.key(), ANNA, Masked.masked("Ringde upp"));
        CaseFile before = open.record.files.find(alone).orElseThrow();

        open.clock.move(DAY.multipliedBy(30).minusMillis(1));
        assertThat(open.round(plan).run()).isZero();
        open.clock.move(Duration.ofMillis(1));
        assertThat(open.round(plan).run()).isEqualTo(1);
        assertThat(open.exists(alone)).isFalse();
        assertThat(open.record.disposal.tombstone(alone)).contains(new Tombstone(alone, before.startedAt(),
                open.clock.instant(), 2, ConversationClass.ASSISTANT_CONVERSATION, "KS 2026/17",
                DisposalLog.Cause.PERIOD, before.digest()));
        open.clock.move(DAY.multipliedBy(30));
        assertThat(open.round(plan).run()).isEqualTo(2);
        assertThat(open.exists(handedOver) || open.exists(noted)).isFalse();

        assertThat(open.record.disposed.latest(9)).containsExactly(
                new DisposalLog.Entry("HANDED_OVER_CONVERSATION", "KS 2026/18", DisposalLog.Cause.PERIOD,
                        new Agent("", ""), 2, open.clock.instant()),
                new DisposalLog.Entry("ASSISTANT_CONVERSATION", "KS 2026/17", DisposalLog.Cause.PERIOD,
                        new Agent("", ""), 1, open.clock.instant().minus(DAY.multipliedBy(30))));
    }

    @Test
    void theDigestIsOfThisConversationAloneAndOfEachWordInIt() {
        ConversationId one = open.answered();
        ConversationId other = open.answered();
        String digest = digest(one);
        assertThat(digest).isNotEqualTo(digest(other)).isEqualTo(digest(one));
        open.record.handover.addNote(one, RecordForTests.key(), ANNA, Masked.masked("Ringde"));
        assertThat(digest(one)).as("a note").isNotEqualTo(digest);
        String noted = digest(one);
        open.record.database.sql("update event set data = replace(data, 'Öppet', 'öppet')").update();
        open.record.database.sql("update event set data = replace(data, 'Öppettider?', 'Öppettider!')")
                .update();
        assertThat(digest(one)).as("one character").isNotEqualTo(noted);
    }

    private String digest(ConversationId id) {
        return open.record.files.find(id).orElseThrow().digest();
    }

    @Test
    void onlyTheProcessThatLeadsDisposes() {
        open.answered();
        open.clock.move(DAY.multipliedBy(90));
        assertThat(open.round(schedule(), () -> false).run()).isZero();
        assertThat(open.round(schedule(), () -> true).run()).isEqualTo(1);
    }

    @Test
    void twoRoundsAtTheSameTimeCountEachRecordOnce() throws Exception {
        IntStream.range(0, 60).forEach(i -> open.answered());
        open.clock.move(DAY.multipliedBy(90));
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> runs = IntStream.range(0, 3)
                    .mapToObj(i -> pool.submit(() -> open.round(schedule()).run())).toList();
            long disposed = 0;
            for (Future<Long> run : runs) {
                disposed += run.get();
            }
            assertThat(disposed).isEqualTo(60);
        }
        assertThat(open.record.disposed.latest(9).stream().mapToLong(DisposalLog.Entry::amount).sum())
                .isEqualTo(60);
        assertThat(open.count("tombstone")).isEqualTo(60);
    }

    @Test
    void aMarkKeepsAConversationFromItsPeriodItsCitizenAndAnOfficerUntilItIsLifted() {
        for (Kind kind : Kind.values()) {
            ConversationId id = open.answered();
            open.mark(id, kind);
            open.mark(id, kind);
            assertThat(open.marks.of(id)).singleElement().satisfies(mark -> {
                assertThat(mark.reason()).isEqualTo("Tvist");
                assertThat(mark.by()).isEqualTo(OFFICER);
            });
            open.clock.move(DAY.multipliedBy(400));
            assertThat(open.round(schedule()).run()).as("%s", kind).isZero();
            assertThat(open.record.disposal.disposeNow(id)).isFalse();
            assertThat(open.record.disposal.close(id)).isFalse();
            assertThat(open.marks.lift(id, kind, OFFICER)).isTrue();
            assertThat(open.marks.lift(id, kind, OFFICER)).isFalse();
            assertThat(open.round(schedule()).run()).as("its time begins anew").isZero();
            open.clock.move(DAY.multipliedBy(90));
            assertThat(open.round(schedule()).run()).isEqualTo(1);
            assertThat(open.record.database.sql("""
                    select count(*) from record_mark where conversation_id = :id and lifted_by = :by""")
                    .param("id", id.value()).param("by", OFFICER.account()).query(Long.class).single())
                    .as("who lifted it outlives the conversation").isEqualTo(1);
        }
        assertThat(open.audit.entries(null, Long.MAX_VALUE, 9)).extracting(entry -> entry.action())
                .containsExactly("records-preserve-lifted", "records-preserve", "records-legal-hold-lifted",
                        "records-legal-hold");
    }

    @Test
    void ofTwoMarksTheOtherOneStillKeepsIt() {
        ConversationId id = open.answered();
        open.mark(id, Kind.LEGAL_HOLD);
        open.mark(id, Kind.PRESERVE);
        open.marks.lift(id, Kind.LEGAL_HOLD, OFFICER);
        open.clock.move(DAY.multipliedBy(400));
        assertThat(open.round(schedule()).run()).isZero();
        assertThat(open.marks.standing(9)).singleElement()
                .satisfies(mark -> assertThat(mark.kind()).isEqualTo(Kind.PRESERVE));
    }

    /**
     * Conversations of random classes, ages, holds and states, with feedback and contacts of random ages; -Dlotsen.records.cases=1000
     * for a thousand. After each of three rounds exactly those are left that a model of the rules leaves.
     */
    @Test
    void exactlyTheDueRecordsGo() {
        assertThat(differences(schedule(PERIODS))).isEmpty();
    }

    @Test
    void theModelSeesAPeriodThatIsTakenForAnother() {
        String[] swapped = PERIODS.clone();
        swapped[1] = PERIODS[3];
        swapped[3] = PERIODS[1];
        assertThat(differences(schedule(swapped))).isNotEmpty();
    }

    private static final String[] PERIODS = {"assistant-conversation.period", "30d",
            "handed-over-conversation.period", "60d", "feedback.period", "10d", "contact-details.period",
            "20d"};

    private enum State {
        ENDED, WAITING, WITH_AGENT, UNTOLD
    }

    /** What the model knows of a conversation. */
    private record Case(ConversationId id, boolean person, boolean held, State state, Instant touched,
            Instant rated, Instant kept) {
        boolean isDue(Instant now) {
            return !held && state == State.ENDED
                    && !touched.plus(DAY.multipliedBy(person ? 60 : 30)).isAfter(now);
        }

        boolean isFeedbackDue(Instant now) {
            return isDue(now) || !held && !rated.plus(DAY.multipliedBy(10)).isAfter(now);
        }

        boolean isContactDue(Instant now) {
            return isDue(now) || !held && !kept.plus(DAY.multipliedBy(20)).isAfter(now);
        }
    }

    private Set<String> differences(RetentionSchedule plan) {
        SeededRandom random = new SeededRandom();
        int cases = Integer.getInteger("lotsen.records.cases", 80);
        Instant begin = open.clock.instant();
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            all.add(make(random, i, begin));
        }
        Set<String> differences = new TreeSet<>();
        open.clock.move(Duration.between(open.clock.instant(), begin.plus(DAY.multipliedBy(80))));
        for (int round = 0; round < 3; round++) {
            open.round(plan).run();
            differences.addAll(differences(all, open.clock.instant(), random));
            open.clock.move(DAY.multipliedBy(random.between(5, 20)));
        }
        assertThat(all.stream().filter(one -> !open.exists(one.id())).count())
                .as("not all and not none went, %s", random).isBetween(1L, cases - 1L);
        return differences;
    }

    /** It is set in the database what happened when: the rules read nothing else. */
    private Case make(SeededRandom random, int number, Instant begin) {
        boolean person = random.below(2) == 0;
        ConversationId id = person ? open.handedOver() : open.answered();
        State state = person ? random.oneOf(List.of(State.values())) : State.ENDED;
        int mark = random.below(5);
        if (mark < 2) {
            open.mark(id, Kind.values()[mark]);
        } else if (mark == 2) {
            open.mark(id, Kind.LEGAL_HOLD);
            open.marks.lift(id, Kind.LEGAL_HOLD, OFFICER);
        }
        Instant touched = begin.plus(DAY.multipliedBy(random.below(80))).plusSeconds(random.below(2));
        Instant rated = begin.plus(DAY.multipliedBy(random.below(80)));
        Instant kept = begin.plus(DAY.multipliedBy(random.below(80)));
        open.record.store.rate(id, RecordForTests.key(), 1, true, null);
        if (person) {
            open.keptPromise(id, kept, "LK-26-%06d".formatted(number), "+46701234567");
        }
        if (state == State.UNTOLD) {
            open.record.attachments.write(id, held -> {
                held.add(new se.lotsen.conversation.HandoverEffects.Effect("test", "{}"));
                return true;
            });
        }
        open.record.database.sql("update conversation set touched_at = :at, state = :state where id = :id")
                .param("at", OpenRecords.stored(touched))
                .param("state", switch (state) {
                    case WAITING, WITH_AGENT -> state.name();
                    case ENDED, UNTOLD -> "WITH_ASSISTANT";
                }).param("id", id.value()).update();
        open.record.database.sql("update rating set rated_at = :at where conversation_id = :id")
                .param("at", OpenRecords.stored(rated)).param("id", id.value()).update();
        return new Case(id, person, mark < 2, state, touched, rated, kept);
    }

    private Set<String> differences(List<Case> all, Instant now, SeededRandom random) {
        Set<Object> conversations = ids("select id from conversation");
        Set<Object> ratings = ids("select conversation_id from rating");
        Set<Object> contacts = ids(
                "select p.conversation_id from promise p join promise_contact c on c.promise_id = p.id");
        Set<String> differences = new TreeSet<>();
        for (Case one : all) {
            Map<String, Boolean> due = new HashMap<>(Map.of(
                    "conversation", one.isDue(now) == conversations.contains(one.id().value()),
                    "feedback", one.isFeedbackDue(now) == ratings.contains(one.id().value())));
            if (one.person()) {
                due.put("contact", one.isContactDue(now) == contacts.contains(one.id().value()));
            }
            due.forEach((what, wrong) -> {
                if (wrong) {
                    differences.add(what + " of " + one + " at " + now + " " + random);
                }
            });
        }
        return differences;
    }

    private Set<Object> ids(String query) {
        return new HashSet<>(open.record.database.sql(query).query(java.util.UUID.class).list());
    }

    @Test
    void theFileOfAPersonReadsEveryTableThatHangsOnAConversation() {
        Set<String> hanging = new TreeSet<>(Set.of("conversation"));
        int before;
        do {
            before = hanging.size();
            hanging.addAll(open.record.database
                    .sql("""
                            select f.table_name from information_schema.referential_constraints r
                            join information_schema.table_constraints f on f.constraint_name = r.constraint_name
                                and f.constraint_schema = r.constraint_schema
                            join information_schema.table_constraints t on t.constraint_name = r.unique_constraint_name
                                and t.constraint_schema = r.unique_constraint_schema
                            where r.constraint_schema = current_schema and t.table_name in (:known)""")
                    .param("known", hanging).query(String.class).list());
        } while (hanging.size() > before);
        assertThat(hanging).contains("event", "promise_contact", "contact_opening").hasSizeGreaterThan(20);
        assertThat(open.rows.tables()).containsAll(hanging);
    }

    @Test
    void theFileOfAPersonHoldsTheContactAndNoKey() {
        ConversationId id = open.handedOver();
        open.keptPromise(id, open.clock.instant(), "LK-26-000001", "+46701234567");
        Map<String, List<Map<String, Object>>> rows = open.rows.of(id);
        assertThat(rows.get("promise_contact")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("detail", "+46701234567"));
        assertThat(rows.get("conversation")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("started_at", "2026-11-24T09:00:00.123456Z").doesNotContainKey("token_hash"));
        assertThat(rows.keySet()).contains("event", "handover_packet", "accepted_request");
        assertThat(rows.values().stream().flatMap(List::stream).flatMap(row -> row.keySet().stream())
                .collect(Collectors.toSet())).noneMatch(column -> column.contains("hash"));
    }

    @Test
    void otherClassesGoByTheirOwnTimesAndOnlyWhereAPeriodIsSet() {
        ConversationId kept = open.answered();
        Instant then = open.clock.instant();
        otherRows("old", then);
        open.clock.move(DAY.multipliedBy(400));
        otherRows("new", open.clock.instant());
        open.record.disposed.latest(1);
        open.mark(kept, Kind.PRESERVE);

        open.round(schedule()).run();
        assertThat(open.count("audit_entry")).as("nothing without a period").isEqualTo(3);
        assertThat(open.count("insight_total")).isEqualTo(2);

        RetentionSchedule plan = schedule("audit-log.period", "365d", "daily-totals.period", "365d",
                "drafts.period", "365d", "import-runs.period", "365d", "deliveries.period", "365d");
        open.round(plan).run();
        assertThat(open.audit.entries(null, Long.MAX_VALUE, 9))
                .filteredOn(entry -> !entry.action().equals("audit-disposed"))
                .extracting(entry -> entry.subject())
                .containsExactly(kept.toString(), "new");
        assertThat(open.record.database.sql("select measure from insight_total").query(String.class).list())
                .containsExactly("new");
        assertThat(open.record.database.sql("select file from discarded_draft").query(String.class).list())
                .containsExactly("new");
        assertThat(open.record.database.sql("select account from import_run").query(String.class).list())
                .containsExactly("new");
        assertThat(open.record.disposed.latest(9)).extracting(DisposalLog.Entry::recordClass)
                .contains("AUDIT_LOG", "DAILY_TOTALS", "DRAFTS", "IMPORT_RUNS");
        assertThat(open.count("draft")).as("somebody works on it").isEqualTo(2);
    }

    @Test
    void deliveriesAndGradesGoByTheirOwnTimeUnlessTheirConversationIsHeldOrTheyStillHaveToBeSent() {
        ConversationId free = open.answered();
        ConversationId held = open.answered();
        open.mark(held, Kind.LEGAL_HOLD);
        Instant now = open.clock.instant();
        Instant due = now.minus(DAY.multipliedBy(30));
        Instant young = due.plusSeconds(1);
        for (ConversationId id : List.of(free, held)) {
            delivery(id, "delivered, due", due, due, null);
            delivery(id, "delivered, young", due, young, null);
            delivery(id, "written off, due", due, null, due);
            delivery(id, "written off, young", due, null, young);
            delivery(id, "waiting", due, null, null);
            opinions(id, "due", due);
            opinions(id, "young", young);
        }
        open.round(schedule("deliveries.period", "30d", "feedback.period", "30d")).run();

        assertThat(words("select kind from outbox", free))
                .containsExactlyInAnyOrder("delivered, young", "written off, young", "waiting");
        assertThat(words("select kind from outbox", held)).hasSize(5);
        assertThat(words("select account from answer_grade", free)).containsExactly("young");
        assertThat(words("select account from answer_grade", held)).hasSize(2);
        assertThat(words("select part from satisfaction", free)).containsExactly("young");
        assertThat(words("select part from satisfaction", held)).hasSize(2);
        assertThat(open.record.disposed.latest(9))
                .extracting(entry -> entry.recordClass() + " " + entry.amount())
                .containsExactlyInAnyOrder("DELIVERIES 2", "FEEDBACK 2");
    }

    private void delivery(ConversationId id, String kind, Instant made, Instant delivered,
            Instant writtenOff) {
        open.record.database
                .sql("""
                        insert into outbox (conversation_id, number, kind, payload, created_at, next_attempt_at, delivered_at,
                            written_off_at)
                        select :id, count(*) + 1000, :kind, '{}', :made, :made, cast(:delivered as timestamp with time zone),
                            cast(:off as timestamp with time zone)
                        from outbox where conversation_id = :id""")
                .param("id", id.value()).param("kind", kind).param("made", OpenRecords.stored(made))
                .param("delivered", delivered == null ? null : OpenRecords.stored(delivered))
                .param("off", writtenOff == null ? null : OpenRecords.stored(writtenOff)).update();
    }

    private void opinions(ConversationId id, String name, Instant at) {
        open.record.database
                .sql("""
                        insert into answer_grade (conversation_id, answer, account, account_name, mark, graded_at, question, language,
                            pages, versions, confidence, outcome)
                        values (:id, 1, :name, '', 'RIGHT', :at, '', 'sv', '', '', 0.9, 'ANSWERED')""")
                .param("id", id.value()).param("name", name).param("at", OpenRecords.stored(at)).update();
        open.record.database
                .sql("""
                        insert into satisfaction (conversation_id, part, score, said_at) values (:id, :name, 5, :at)""")
                .param("id", id.value()).param("name", name).param("at", OpenRecords.stored(at)).update();
    }

    private List<String> words(String query, ConversationId id) {
        return open.record.database.sql(query + " where conversation_id = :id").param("id", id.value())
                .query(String.class).list();
    }

    private void otherRows(String name, Instant at) {
        open.audit.record(OFFICER, "test", name, "");
        open.record.database.sql("""
                insert into insight_total (on_day, measure, language, owner, code, amount)
                values (:day, :name, '', '', '', 1)""")
                .param("day", at.atZone(open.clock.getZone()).toLocalDate()).param("name", name).update();
        for (String table : List.of("draft", "discarded_draft")) {
            String ended = table.equals("draft") ? "" : ", discarded_at";
            open.record.database.sql("""
                    insert into %s (file, id, text, based_on, version, state, origin, account, account_name,
                        changed_at, note%s)
                    values (:name, :id, '', 0, 1, 'OPEN', 'EDITOR', '', '', :at, ''%s)"""
                    .formatted(table, ended, ended.isEmpty() ? "" : ", :at")).param("name", name)
                    .param("id", java.util.UUID.randomUUID()).param("at", OpenRecords.stored(at)).update();
        }
        java.util.UUID source = java.util.UUID.randomUUID();
        open.record.database.sql("""
                insert into import_source (id, name, kind, settings, version, made_at)
                values (:id, :name, 'SITE', '', 1, :at)""").param("id", source).param("name", name)
                .param("at", OpenRecords.stored(at)).update();
        open.record.database
                .sql("""
                        insert into import_run (id, source_id, dry, everything, state, account, account_name, started_at,
                            ended_at, cancelling, touched_at)
                        values (:id, :source, false, false, 'DONE', :name, '', :at, :at, false, :at)""")
                .param("id", java.util.UUID.randomUUID()).param("source", source).param("name", name)
                .param("at", OpenRecords.stored(at)).update();
    }

    @Test
    void aReleaseIsLoggedWithWhereAndWithoutWords() {
        ConversationId id = open.answered();
        CaseFile file = open.record.files.find(id).orElseThrow();
        Redactions all = new Redactions(Set.of(1), Set.of(), List.of(), "OSL 26 kap. 1 §");
        Release release = Release.of(file, all, "X", new Officer(OFFICER, Set.of()), open.clock.instant());
        open.releases.add(release, ReleaseLog.Form.JSON);
        assertThat(open.releases.latest(9)).containsExactly(new ReleaseLog.Entry(id.value(),
                ReleaseLog.Form.JSON, release.checksum(), "OSL 26 kap. 1 §", "1:PART:0", OFFICER,
                open.clock.instant()));
        assertThat(release.file()).doesNotContain("Öppettider").contains(release.checksum());
        assertThat(open.record.files.find(id)).as("the original").contains(file);
    }
}
