package se.lotsen.backup;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A backup or a restore that was refused, or broke off. Nothing was changed, unless the reason says so. */
public class BackupFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> arguments;

    BackupFault(Reason reason, Object... arguments) {
        super(reason + " " + Arrays.toString(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    BackupFault(Throwable cause, Reason reason, Object... arguments) {
        this(reason, arguments);
        initCause(cause);
    }

    /** Why. */
    public enum Reason {
        /** The file that is to be written is there already. */
        TARGET_EXISTS,
        /** The file cannot be written. */
        UNWRITABLE,
        /** There is no database at the configured address. */
        NO_DATABASE,
        /** Neither an H2 file nor PostgreSQL. */
        UNKNOWN_DATABASE,
        /** A service has the database and does not answer. */
        SERVICE_SILENT,
        /** The service could not make the backup; its log says why. */
        SERVICE_FAILED,
        /** The database refused. */
        DATABASE,
        /** There is no such file. */
        MISSING,
        /** No backup, or one that was not written to its end. */
        HALF,
        /** What is in it is not what was put in. */
        BROKEN,
        /** Written by a newer version. */
        NEWER,
        /** The database holds something. */
        DATABASE_NOT_EMPTY,
        /** A folder holds something else. */
        FOLDER_NOT_EMPTY,
        /** A service is running on the database. */
        IN_USE,
        /** The folders could not be written after the database was; to be run again. */
        HALF_RESTORED
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** For people, in Swedish: what is wrong and what to do. */
    public String text() {
        String pattern = ResourceBundle.getBundle("se.lotsen.backup.messages", Locale.of("sv"))
                .getString("fault." + reason.name());
        return MessageFormat.format(pattern, arguments.toArray());
    }
}
