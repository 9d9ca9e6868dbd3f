package se.lotsen.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as both databases keep them: to the microsecond, in UTC. */
public final class Moments {
    private Moments() {
    }

    /** As it will be read again. */
    public static Instant storable(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** For a statement's parameter. */
    public static OffsetDateTime stored(Instant moment) {
        return storable(moment).atOffset(ZoneOffset.UTC);
    }

    /** A column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A column that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
