package se.lotsen.operations;

/** What an operator asks after. */
enum Area {
    ASSISTANT, KNOWLEDGE, PUBLISHED, CALIBRATION, DATABASE, DISK, DELIVERIES, PROMISES, STAFF;

    /** Whether it cannot be looked after without the database. */
    boolean isInDatabase() {
        return this == PUBLISHED || this == DELIVERIES || this == PROMISES || this == STAFF;
    }
}
