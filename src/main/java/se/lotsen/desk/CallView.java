package se.lotsen.desk;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import se.lotsen.asking.Turn;
import se.lotsen.conversation.Call;
import se.lotsen.conversation.ContactChannel;

/**
 * A call as a colleague sees it. What templates call is public: they find nothing else.
 *
 * @param mine whether the colleague has the caller on the phone
 * @param turns what was asked and answered, oldest first
 * @param ended how it was summed up; empty while it goes on
 */
record CallView(Call call, boolean mine, List<Turn> turns, List<CaseView.Ended> ended) {

    public UUID id() {
        return call.conversation().value();
    }

    public String agent() {
        return call.agent().name();
    }

    public boolean isOpen() {
        return call.isOpen();
    }

    public String channel() {
        return ContactChannel.PHONE.name();
    }

    /** A call that goes on, in a list. */
    record GoingOn(UUID id, ZonedDateTime since) {
    }
}
