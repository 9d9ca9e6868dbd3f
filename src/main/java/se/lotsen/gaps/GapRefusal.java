package se.lotsen.gaps;

/** Something that was not done; nothing was changed, and nothing that was typed is lost. */
final class GapRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String detail;

    /** Why; its text is {@code gaps.refusal.<NAME>}. */
    enum Reason {
        /** Somebody else has changed the gap since the page was shown. */
        CHANGED("lucka"),
        /** No page was chosen, or it is served no more. */
        PAGE("sida-valj"),
        /** Nothing was chosen or typed. */
        TEXT("formuleringar"),
        /** Longer than a question is. */
        TOO_LONG("egen"),
        /** The page has all of them already. */
        KNOWN("formuleringar"),
        /** The question is a test question already. */
        TESTED("test-fraga"),
        /** The page's draft cannot be read. */
        DRAFT("sida-valj"),
        /** Somebody else has saved the draft at the same moment. */
        DRAFT_CHANGED("sida-valj"),
        /** A title is missing. */
        TITLE("titel"),
        /** There is a page with that name. */
        TAKEN("titel"),
        /** The area, the owner or the contact is none of those that there are. */
        CHOICE("omrade"),
        /** Nobody of that name works with pages. */
        COLLEAGUE("ansvarig"),
        /** A reason is missing. */
        WHY("skal"),
        /** The file is not kept, or the folder cannot be written. */
        FILE("lucka");

        private final String field;

        Reason(String field) {
            this.field = field;
        }
    }

    GapRefusal(Reason reason, String detail) {
        super(reason + " " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    GapRefusal(Reason reason) {
        this(reason, "");
    }

    public Reason reason() {
        return reason;
    }

    /** More of it, such as a page's title; may be empty. */
    public String detail() {
        return detail;
    }

    /** The id of the field on the page that it is about. */
    public String field() {
        return reason.field;
    }
}
