package se.lotsen.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What was deleted after the backup was written stays deleted: the conversations that the replaced database knows only by
 * their tombstones are removed from the restored one, too. Where the old database is lost, so is the knowledge of them.
 */
final class Deletions {
    private static final String TABLE = "tombstone";
    private final Progress progress;

    Deletions(Progress progress) {
        this.progress = progress;
    }

    void carry(TargetDatabase target, Connection restored) throws SQLException {
        if (target.isEmpty()) {
            return;
        }
        long carried = 0;
        try (Connection old = target.connect()) {
            // The old database may be of an earlier version.
            List<String> columns = new ArrayList<>(columns(old));
            columns.retainAll(columns(restored));
            String names = String.join(", ", columns);
            String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
            try (Statement statement = old.createStatement();
                    ResultSet stones = statement.executeQuery("select " + names + " from " + TABLE);
                    PreparedStatement delete = restored
                            .prepareStatement("delete from conversation where id = ?");
                    PreparedStatement insert = restored.prepareStatement(
                            "insert into " + TABLE + " (" + names + ") values (" + values + ")")) {
                while (stones.next()) {
                    delete.setObject(1, stones.getObject("conversation_id", UUID.class));
                    if (delete.executeUpdate() > 0) {
                        for (int column = 1; column <= columns.size(); column++) {
                            insert.setObject(column, stones.getObject(column));
                        }
                        insert.executeUpdate();
                        carried++;
                    }
                }
            }
        }
        restored.commit();
        progress.done(TABLE, carried);
    }

    private static List<String> columns(Connection connection) throws SQLException {
        return OwnTables.of(connection, Set.of(TABLE)).columns().getOrDefault(TABLE, List.of()).stream()
                .map(Column::name).toList();
    }
}
