package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What the store of accounts keeps on every database. */
abstract class StaffRecordContract {
    private static final StaffMember BOSS = new StaffMember(new UUID(1, 2), "Chefen",
            Set.of(StaffRole.SUPERVISOR));
    private OpenStaffRecord open;

    abstract OpenStaffRecord open();

    @BeforeEach
    void openRecord() {
        open = open();
    }

    @AfterEach
    void closeRecord() {
        open.close();
    }

    @Test
    void theFirstLinkMakesOneAccountWithEveryRole() {
        String token = open.enrolment.firstLink().orElseThrow();
        KeptAccount first = open.enrolment.first(token, "Åsa", "Åsa Ek", "hash").orElseThrow();

        assertThat(first.account().roles()).containsExactlyInAnyOrder(StaffRole.values());
        assertThat(first.account().capacity()).isEqualTo(3);
        assertThat(open.accounts.find(first.account().id())).contains(first.account());
        assertThat(open.enrolment.first(token, "Bo", "Bo Ek", "hash")).isEmpty();
        assertThat(open.enrolment.firstLink()).isEmpty();
    }

    @Test
    void whoDidWhatToWhichAccountIsInTheAuditLog() {
        String token = open.enrolment.firstLink().orElseThrow();
        StaffMember first = open.enrolment.first(token, "Åsa", "Åsa Ek", "hash").orElseThrow().account()
                .member();
        AccountOffice.Invited eva = open.office.invite(first, details("eva", StaffRole.AGENT));
        UUID id = eva.account().id();
        open.enrolment.again(eva.token(), "hash");
        assertThat(open.office.change(first, id, 99, details("eva", StaffRole.WRITER))).isFalse();
        int version = open.accounts.find(id).orElseThrow().version();
        assertThat(open.office.change(first, id, version, details("eva", StaffRole.WRITER, StaffRole.AGENT)))
                .isTrue();
        open.office.disable(first, id);
        open.office.enable(first, id);
        open.office.reset(first, id);
        open.office.changePassword(first, "hash");
        assertThat(open.audit.entries(id.toString(), Long.MAX_VALUE, 20).reversed())
                .extracting(entry -> entry.by().name() + " " + entry.action() + " " + entry.detail())
                .containsExactly("Åsa Ek staff-account-made AGENT", "Eva staff-password-set ",
                        "Åsa Ek staff-account-changed AGENT -> AGENT WRITER",
                        "Åsa Ek staff-account-disabled ",
                        "Åsa Ek staff-account-enabled ", "Åsa Ek staff-account-reset ");
        assertThat(open.audit.entries(first.id().toString(), Long.MAX_VALUE, 20))
                .extracting(entry -> entry.by().name() + " " + entry.action())
                .containsExactly("Åsa Ek staff-password-changed", "Åsa Ek staff-account-made");
    }

    private static AccountDetails details(String name, StaffRole... roles) {
        return new AccountDetails(name, "Eva", Set.of(roles), List.of(), List.of("sv"), "3");
    }

    @Test
    void eachStartMakesTheEarlierLinkVoid() {
        String earlier = open.enrolment.firstLink().orElseThrow();
        String later = open.enrolment.firstLink().orElseThrow();
        assertThat(open.enrolment.invitation(earlier)).isEmpty();
        assertThat(open.enrolment.invitation(later)).isPresent();
    }

    @Test
    void aLinkWorksForADay() {
        String token = open.enrolment.firstLink().orElseThrow();
        open.clock.move(Duration.ofDays(1));
        assertThat(open.enrolment.invitation(token)).isEmpty();
        assertThat(open.enrolment.first(token, "Bo", "Bo Ek", "hash")).isEmpty();
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneComesIn() throws Exception {
        String token = open.enrolment.firstLink().orElseThrow();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "namn" + i;
            tries.add(() -> open.enrolment.first(token, name, name, "hash").isPresent());
        }
        int came = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> tried : threads.invokeAll(tries)) {
                came += tried.get() ? 1 : 0;
            }
        }
        assertThat(came).isEqualTo(1);
        assertThat(open.accounts.all()).hasSize(1);
    }

    @Test
    void tokensAreKeptAsHashesOnly() {
        String token = open.enrolment.firstLink().orElseThrow();
        byte[] kept = open.database.sql("select token_hash from staff_link").query(byte[].class).single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(token);
        assertThat(kept).hasSize(32);
    }

    @Test
    void userNamesAreOneWhateverTheCase() {
        open.office.invite(BOSS, details("Åke.Ö"));
        assertThat(open.accounts.named("åke.ö")).isPresent();
        assertThat(open.accounts.named("A\u030AKE.O\u0308")).as("letters of two signs").isPresent();
        assertThatThrownBy(() -> open.office.invite(BOSS, details("ÅKE.ö")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(open.accounts.all()).hasSize(1);
    }

    @Test
    void anInvitedPersonSetsAPasswordOnce() {
        AccountOffice.Invited invited = open.office.invite(BOSS, details("eva"));
        assertThat(kept("eva").passwordHash()).isNull();
        assertThat(open.enrolment.invitation(invited.token()).orElseThrow().account())
                .isEqualTo(invited.account());
        assertThat(open.enrolment.again(invited.token(), "hash")).isPresent();
        assertThat(kept("eva").passwordHash()).isEqualTo("hash");
        assertThat(open.enrolment.again(invited.token(), "other")).isEmpty();
        assertThat(kept("eva").passwordHash()).isEqualTo("hash");
    }

    @Test
    void whatASupervisorWritesIsKept() {
        StaffAccount eva = open.office.invite(BOSS, details("eva")).account();
        AccountDetails other = new AccountDetails("eva", "Eva Öberg", Set.of(StaffRole.EDITOR),
                List.of("bygg", "skola"), List.of("sv", "fi"), "7");
        assertThat(open.office.change(BOSS, eva.id(), 0, other)).isTrue();
        assertThat(open.accounts.find(eva.id())).contains(new StaffAccount(eva.id(), "eva", "Eva Öberg",
                Set.of(StaffRole.EDITOR), List.of("bygg", "skola"), List.of("sv", "fi"), 7, eva.createdAt(),
                null, 1));
        assertThat(open.office.change(BOSS, eva.id(), 0, other)).as("made from an older version").isFalse();
    }

    @Test
    void agentsAreThoseWhoMayTakeConversations() {
        StaffAccount eva = open.office.invite(BOSS, details("eva")).account();
        StaffAccount bo = open.office.invite(BOSS, details("bo")).account();
        open.office.disable(BOSS, bo.id());
        open.office.invite(BOSS, new AccountDetails("ulf", "Ulf", Set.of(StaffRole.EDITOR), List.of(),
                List.of(), "3"));
        assertThat(open.accounts.activeAgents()).containsExactly(eva);
    }

    @Test
    void disablingEndsSessionsAndLinks() {
        AccountOffice.Invited invited = open.office.invite(BOSS, details("eva"));
        UUID id = invited.account().id();
        assertThat(open.office.disable(BOSS, id)).isTrue();
        assertThat(kept("eva").sessionMark()).isEqualTo(1);
        assertThat(kept("eva").account().disabledAt()).isEqualTo(open.clock.instant());
        assertThat(open.enrolment.invitation(invited.token())).isEmpty();
        assertThat(open.events).containsExactly(new StaffLeft(id));
        assertThat(open.office.enable(BOSS, id)).isTrue();
        assertThat(kept("eva").account().active()).isTrue();
    }

    @Test
    void resettingTakesTheOldPasswordAway() {
        AccountOffice.Invited invited = open.office.invite(BOSS, details("eva"));
        open.enrolment.again(invited.token(), "hash");
        String token = open.office.reset(BOSS, invited.account().id()).orElseThrow().token();
        assertThat(kept("eva").passwordHash()).isNull();
        assertThat(open.enrolment.again(token, "new")).isPresent();
    }

    @Test
    void nobodyShutsThemselvesOut() {
        StaffAccount eva = open.office.invite(BOSS, details("eva")).account();
        StaffMember herself = eva.member();
        assertThat(open.office.disable(herself, eva.id())).isFalse();
        assertThat(open.office.change(herself, eva.id(), 0, details("eva"))).isFalse();
        assertThat(kept("eva").account()).isEqualTo(eva);
    }

    @Test
    void withoutASupervisorWhoCanSignInThereIsALinkAgain() {
        String token = open.enrolment.firstLink().orElseThrow();
        KeptAccount first = open.enrolment.first(token, "eva", "Eva", "hash").orElseThrow();
        assertThat(open.enrolment.firstLink()).isEmpty();
        open.office.disable(BOSS, first.account().id());
        assertThat(open.enrolment.firstLink()).isPresent();
    }

    private KeptAccount kept(String name) {
        return open.accounts.named(name).orElseThrow();
    }

    private static AccountDetails details(String name) {
        return new AccountDetails(name, "Namn " + name, Set.of(StaffRole.AGENT), List.of("bygg"),
                List.of("sv"), "3");
    }

    @Test
    void tenAttemptsForANameFromWhereverAndToWhicheverProcessAndThenAPause() {
        SignInThrottle one = open.throttle();
        SignInThrottle other = open.throttle();
        for (int i = 0; i < 10; i++) {
            assertThat((i % 2 == 0 ? one : other).admits("Anna", "10.0.0." + i)).isTrue();
        }
        assertThat(one.admits("anna", "10.0.1.1")).isFalse();
        assertThat(other.admits("anna", "10.0.1.1")).isFalse();
        assertThat(one.admits("bo", "10.0.1.1")).isTrue();
        open.clock.move(Duration.ofMinutes(15));
        assertThat(one.admits("anna", "10.0.1.1")).isTrue();
    }

    @Test
    void aHundredAttemptsFromAnAddressForWhateverNameAndThenItLocksNobodyOut() {
        SignInThrottle throttle = open.throttle();
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("namn" + i, "10.0.0.1")).isTrue();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.admits("anna", "10.0.0.1")).isFalse();
        }
        assertThat(throttle.admits("anna", "10.0.0.2")).isTrue();
    }

    @Test
    void whoComesInBeginsAnew() {
        SignInThrottle throttle = open.throttle();
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.admits("anna", "10.0.0.1")).isTrue();
            throttle.cameIn("ANNA");
        }
    }

    @Test
    void aSessionEndsWhenNobodyHasUsedItForTheIdleTimeAndNoWordOfItsIdIsKept() {
        UUID account = someone("eva");
        String id = open.sessions.begin(account, 0, open.clock.instant());
        for (int i = 0; i < 4; i++) {
            open.clock.move(Duration.ofMinutes(29));
            assertThat(open.sessions.use(id, open.clock.instant())).isPresent();
        }
        assertThat(open.sessions.use(id + "x", open.clock.instant())).isEmpty();
        assertThat(open.database.sql("select id_hash from staff_session").query(byte[].class).single())
                .isEqualTo(RandomToken.hash(id));
        open.clock.move(Duration.ofMinutes(30));
        assertThat(open.sessions.use(id, open.clock.instant())).isEmpty();
        open.sessions.begin(account, 0, open.clock.instant());
        assertThat(open.database.sql("select count(*) from staff_session").query(Long.class).single())
                .as("what has ended is cleared away").isEqualTo(1);
    }

    @Test
    void aSessionEndsTwelveHoursAfterTheSignInHoweverMuchItIsUsed() {
        UUID account = someone("eva");
        String id = open.sessions.begin(account, 0, open.clock.instant());
        for (int half = 1; half < 24; half++) {
            open.clock.move(Duration.ofMinutes(30).minusMillis(1));
            assertThat(open.sessions.use(id, open.clock.instant())).as("half-hour %d", half).isPresent();
        }
        open.clock.move(Duration.ofMinutes(30));
        assertThat(open.sessions.use(id, open.clock.instant())).isEmpty();
        open.sessions.begin(account, 0, open.clock.instant());
        assertThat(open.database.sql("select count(*) from staff_session").query(Long.class).single())
                .as("what has ended is cleared away").isEqualTo(1);
    }

    @Test
    void aSessionThatWasEndedIsGone() {
        String id = open.sessions.begin(someone("eva"), 0, open.clock.instant());
        open.sessions.end(id);
        assertThat(open.sessions.use(id, open.clock.instant())).isEmpty();
    }

    private UUID someone(String name) {
        UUID id = UUID.randomUUID();
        open.record.write(() -> {
            open.table
                    .insert(new StaffAccount(id, name, name, Set.of(StaffRole.AGENT), List.of(), List.of(), 3,
                            open.clock.instant(), null, 0), "hash", null);
            return id;
        });
        return id;
    }
}
