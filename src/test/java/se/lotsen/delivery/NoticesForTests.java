package se.lotsen.delivery;

import java.util.List;

/** Notices of cases for the tests of other rooms. */
public final class NoticesForTests {
    private NoticesForTests() {
    }

    /** Each notice is one entry of the outbox; nothing carries it out. */
    public static CaseNotices toTheOutbox() {
        return new CaseNotices(new Announcements(List.of(new ScriptedChannel("email"))));
    }
}
