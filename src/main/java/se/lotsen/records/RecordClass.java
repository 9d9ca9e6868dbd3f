package se.lotsen.records;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The classes of records (handlingstyper) that Lotsen keeps, each with a period and a decision of the municipality of its
 * own. Every table of the database belongs to exactly one. What each covers is said in {@code records.class.} and the name.
 */
public enum RecordClass {
    /** Conversations of the assistant alone; the tables of every conversation are here. */
    ASSISTANT_CONVERSATION(Ending.PERIOD, "conversation", "event", "explanation", "accepted_request",
            "conversation_start", "retention_hold", "desk_code", "threat_alert", "correction_target"),
    /** Conversations in which a person had a part. */
    HANDED_OVER_CONVERSATION(Ending.PERIOD, "handover_packet", "note", "wrap_up", "pending_reply",
            "case_reading", "case_warning", "desk_opening", "promise", "contact_opening"),
    /** How to reach a citizen who was promised something. */
    CONTACT_DETAILS(Ending.WITH_CONVERSATION, "promise_contact"),
    /** What citizens and staff thought of answers. */
    FEEDBACK(Ending.WITH_CONVERSATION, "rating", "satisfaction", "answer_grade"),
    /** What other systems were told. */
    DELIVERIES(Ending.WITH_CONVERSATION, "outbox"),
    /** Who did what, and the proof of what was disposed of, held and released. */
    AUDIT_LOG(Ending.KEPT_UNLESS_SET, "audit_entry", "audit_head", "answer_receipt", "assistant_mode",
            "hold_release", "tombstone", "disposal_log", "record_mark", "record_release"),
    /** Numbers without persons. */
    DAILY_TOTALS(Ending.KEPT_UNLESS_SET, "insight_total", "insight_day"),
    /** Every version of what the assistant knew. */
    PUBLISHED_PAGES(Ending.KEPT, "file_revision", "knowledge_state"),
    /** What editors are writing, and what they have thrown away. */
    DRAFTS(Ending.KEPT_UNLESS_SET, "draft", "discarded_draft"),
    /** What was imported, from where. */
    IMPORT_RUNS(Ending.KEPT_UNLESS_SET, "import_source", "import_run", "import_item", "import_seen"),
    /** The editors' work on gaps, corrections and what the radar finds. */
    EDITORIAL_FOLLOW_UP(Ending.KEPT, "gap", "gap_question", "gap_file", "correction", "radar_fault",
            "radar_dismissal", "radar_link", "radar_mail"),
    /** Who works with enquiries. */
    STAFF_ACCOUNTS(Ending.KEPT, "staff_account", "staff_link", "agent_load", "staff_session",
            "staff_attempt", "staff_oidc_request"),
    /** What the service needs to run; nothing that anybody wrote. */
    SYSTEM_DATA(Ending.KEPT, "receipt_number", "flyway_schema_history", "replica", "desk_presence",
            "shared_key");

    private final Ending ending;
    private final List<String> tables;

    RecordClass(Ending ending, String... tables) {
        this.ending = ending;
        this.tables = List.of(tables);
    }

    /** How records of a class end; the text is {@code records.ending.} and the name. */
    public enum Ending {
        /** After their period. */
        PERIOD,
        /** With the conversation that they belong to, or after a period of their own, if that is sooner. */
        WITH_CONVERSATION,
        /** Not at all, unless a period is set. */
        KEPT_UNLESS_SET,
        /** Not at all: there is no disposal of them. */
        KEPT
    }

    /** How its records end. */
    public Ending ending() {
        return ending;
    }

    /** Its tables in the database. */
    public List<String> tables() {
        return tables;
    }

    /** What residents and staff call it, in Swedish. */
    public String title() {
        return ResourceBundle.getBundle("se.lotsen.records.messages", Locale.of("sv"))
                .getString("records.class." + name());
    }

    /** As in the configuration, such as {@code handed-over-conversation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
