package se.lotsen.archive;

import java.util.List;
import se.lotsen.knowledge.Finding;

/** Something that the archive did not do; nothing was changed, and nothing that was typed is lost. */
public abstract sealed class ArchiveRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such draft any more, or no such revision. */
    public static final class NotThere extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;

        NotThere(Object what) {
            super("There is no " + what);
        }
    }

    /** Somebody else has changed the draft since it was read. */
    public static final class DraftChanged extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Draft current;

        DraftChanged(Draft current) {
            super("Draft " + current.id() + " is at version " + current.version());
            this.current = current;
        }

        /** The draft as it is now. */
        public Draft current() {
            return current;
        }
    }

    /** The file has a draft already. */
    public static final class DraftExists extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Draft current;

        DraftExists(Draft current) {
            super("There is a draft of " + current.file());
            this.current = current;
        }

        /** The draft that there is. */
        public Draft current() {
            return current;
        }
    }

    /** Another revision of the file was published after the draft was begun. */
    public static final class BaseChanged extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Draft draft;
        private final transient Revision latest;

        BaseChanged(Draft draft, Revision latest) {
            super(draft.file() + " is at revision " + latest.number());
            this.draft = draft;
            this.latest = latest;
        }

        /** The draft. */
        public Draft draft() {
            return draft;
        }

        /** What is served now. */
        public Revision latest() {
            return latest;
        }
    }

    /** Who wrote it last may not publish it: a second pair of eyes is wanted. */
    public static final class SecondPairOfEyes extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Draft draft;

        SecondPairOfEyes(Draft draft) {
            super("Draft " + draft.id() + " is for somebody else to publish");
            this.draft = draft;
        }

        /** The draft. */
        public Draft draft() {
            return draft;
        }
    }

    /** The text could not be served. */
    public static final class Unreadable extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<Finding> findings;

        Unreadable(List<Finding> findings) {
            super("It has " + findings.size() + " faults");
            this.findings = List.copyOf(findings);
        }

        /** What is wrong with it; never empty. */
        public List<Finding> findings() {
            return findings;
        }
    }

    /** A name that no file of the knowledge base may have. */
    public static final class NoSuchFile extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;

        NoSuchFile(String file) {
            super("No file is called " + file);
        }
    }

    /** The folder cannot be written. */
    public static final class FolderReadOnly extends ArchiveRefusal {
        private static final long serialVersionUID = 1L;

        FolderReadOnly(String folder) {
            super("The folder cannot be written: " + folder);
        }
    }
}
