package se.lotsen.gaps;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.storage.Moments;
import se.lotsen.gaps.GapRefusal.Reason;
import se.lotsen.gaps.KnownGap.Reasked;

/** Who works on a gap and how far it has come. Each change names the version that was read, and stands in the audit log. */
final class GapStates {
    private final SerialRecord record;
    private final GapTable table;
    private final AuditLog log;
    private final Clock clock;

    GapStates(SerialRecord record, GapTable table, AuditLog log, Clock clock) {
        this.record = record;
        this.table = table;
        this.log = log;
        this.clock = clock;
    }

    /** @param assignee null for nobody */
    KnownGap assign(UUID id, int version, @Nullable Actor assignee, Actor by) {
        return change(id, version, by, "gap-assigned", assignee == null ? "" : assignee.account(),
                (gap, now) -> gap.in(gap.state().isLeft()
                        ? assignee == null ? GapState.OPEN : GapState.ASSIGNED
                        : gap.state(), assignee, gap.reason(), now));
    }

    /** @param why may be empty where the questions are answered */
    KnownGap close(UUID id, int version, Reasked result, String why, Actor by) {
        return change(id, version, by, "gap-closed", result.answered() + "/" + result.asked(),
                (gap, now) -> gap.with(result).in(GapState.CLOSED, gap.assignee(), why, now));
    }

    KnownGap dismiss(UUID id, int version, String why, Actor by) {
        if (why.isBlank()) {
            throw new GapRefusal(Reason.WHY);
        }
        return change(id, version, by, "gap-dismissed", "",
                (gap, now) -> gap.in(GapState.DISMISSED, gap.assignee(), why.strip(), now));
    }

    KnownGap reopen(UUID id, int version, Actor by) {
        return change(id, version, by, "gap-reopened", "", (gap, now) -> gap
                .in(gap.assignee() == null ? GapState.OPEN : GapState.ASSIGNED, gap.assignee(), "", now));
    }

    private KnownGap change(UUID id, int version, Actor by, String action, String detail,
            BiFunction<KnownGap, Instant, KnownGap> change) {
        return record.write(() -> {
            Optional<KnownGap> known = table.one(id);
            KnownGap gap = known.filter(read -> read.version() == version)
                    .orElseThrow(() -> new GapRefusal(Reason.CHANGED));
            KnownGap changed = change.apply(gap, Moments.storable(clock.instant()));
            table.update(changed);
            log.add(by, action, id.toString(), detail);
            return changed;
        });
    }
}
