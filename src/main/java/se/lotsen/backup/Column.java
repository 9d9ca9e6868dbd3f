package se.lotsen.backup;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A column, and how its values are written: numbers and truth values as such, bytes as Base64, everything else as text;
 * moments in UTC. A kind that is not known here refuses the backup rather than lose something.
 *
 * @param type a name of {@link Types}
 * @param counted whether the database numbers it
 */
record Column(String name, int type, String typeName, boolean counted) {

    Column {
        // A kind that is not known must be seen before a row has a value of it.
        kind(type, typeName);
    }

    void write(ResultSet row, int index, JsonGenerator json) throws SQLException {
        if (row.getObject(index) == null) {
            json.writeNullProperty(name);
            return;
        }
        switch (kind(type, typeName)) {
            case WHOLE -> json.writeNumberProperty(name, row.getLong(index));
            case REAL -> json.writeNumberProperty(name, row.getDouble(index));
            case TRUTH -> json.writeBooleanProperty(name, row.getBoolean(index));
            case BYTES ->
                json.writeStringProperty(name, Base64.getEncoder().encodeToString(row.getBytes(index)));
            case MOMENT -> json.writeStringProperty(name, row.getObject(index, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC).toString());
            case DAY -> json.writeStringProperty(name, row.getObject(index, LocalDate.class).toString());
            case ID -> json.writeStringProperty(name, row.getObject(index, UUID.class).toString());
            case TEXT -> json.writeStringProperty(name, row.getString(index));
        }
    }

    void bind(PreparedStatement insert, int index, JsonNode value) throws SQLException {
        if (value.isMissingNode() || value.isNull()) {
            insert.setNull(index, type);
            return;
        }
        switch (kind(type, typeName)) {
            case WHOLE -> insert.setLong(index, value.longValue());
            case REAL -> insert.setDouble(index, value.doubleValue());
            case TRUTH -> insert.setBoolean(index, value.booleanValue());
            case BYTES -> insert.setBytes(index, Base64.getDecoder().decode(value.stringValue()));
            case MOMENT -> insert.setObject(index, OffsetDateTime.parse(value.stringValue()));
            case DAY -> insert.setDate(index, Date.valueOf(LocalDate.parse(value.stringValue())));
            case ID -> insert.setObject(index, UUID.fromString(value.stringValue()));
            case TEXT -> insert.setString(index, value.stringValue());
        }
    }

    private enum Kind {
        WHOLE, REAL, TRUTH, BYTES, MOMENT, DAY, ID, TEXT
    }

    private static Kind kind(int type, String typeName) {
        if (typeName.equalsIgnoreCase("uuid")) {
            return Kind.ID;
        }
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Kind.WHOLE;
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> Kind.REAL;
            case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Kind.BYTES;
            // PostgreSQL's driver calls a moment with its zone a timestamp, too.
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> Kind.MOMENT;
            case Types.DATE -> Kind.DAY;
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> Kind.TEXT;
            default ->
                throw new IllegalStateException("a column of a kind that no backup knows: " + typeName);
        };
    }
}
