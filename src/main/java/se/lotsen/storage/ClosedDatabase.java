package se.lotsen.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Lets the connection pool part with connections to an H2 that has closed itself, which it does when its disk is full. The next
 * connection opens the file again; without this the pool would go on handing out the old ones after there is space again,
 * since it does not know H2's codes. Named in {@code application.yaml}; made by the pool.
 *
 * @see org.h2.api.ErrorCode
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    /** DATABASE_IS_CLOSED and DATABASE_CALLED_AT_SHUTDOWN; H2 gives them as the SQL state, too. */
    private static final Set<String> CLOSED = Set.of("90098", "90121");

    /** For the pool. */
    public ClosedDatabase() {
        // Nothing to set.
    }

    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        return CLOSED.contains(String.valueOf(fault.getSQLState()))
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
