package se.lotsen.operations;

/**
 * How something stands, in a code. Its text is {@code operations.code.<name>}, and what to do about it
 * {@code operations.do.<name>}.
 */
enum Finding {
    /** Its model answers. */
    ASSISTANT_OK(Area.ASSISTANT, Level.OK),
    /** No model is configured: the pages' own words are quoted. */
    MODEL_NONE(Area.ASSISTANT, Level.OK),
    /** The switch is not on. */
    ASSISTANT_HELD_BACK(Area.ASSISTANT, Level.WARNING),
    /** So many models have failed and are left alone for a while. */
    MODEL_RESTING(Area.ASSISTANT, Level.WARNING),
    /** No tokens are left today. */
    MODEL_BUDGET_SPENT(Area.ASSISTANT, Level.WARNING),
    /** The search goes by words alone. */
    EMBEDDING_RESTING(Area.ASSISTANT, Level.WARNING),
    /** So many pages are served. */
    PAGES_OK(Area.KNOWLEDGE, Level.OK),
    /** So many faults stand in the files. */
    PAGES_FAULTY(Area.KNOWLEDGE, Level.WARNING),
    /** Nothing can be searched. */
    INDEX_UNREADABLE(Area.KNOWLEDGE, Level.DOWN),
    /** This process serves what is published. */
    PUBLISHED_OK(Area.PUBLISHED, Level.OK),
    /** So many files of this process are not as they were published. */
    PUBLISHED_DIFFERS(Area.PUBLISHED, Level.WARNING),
    /** It rests on so many graded questions. */
    CALIBRATION_OK(Area.CALIBRATION, Level.OK),
    /** The municipality has none of its own. */
    CALIBRATION_LABORATORY(Area.CALIBRATION, Level.WARNING),
    /** It rests on too few graded questions. */
    CALIBRATION_THIN(Area.CALIBRATION, Level.WARNING),
    /** It answers. */
    DATABASE_OK(Area.DATABASE, Level.OK),
    /** It has not answered in time. */
    DATABASE_SILENT(Area.DATABASE, Level.DOWN),
    /** It answers with an error. */
    DATABASE_FAULT(Area.DATABASE, Level.DOWN),
    /** So many megabytes are free. */
    DISK_OK(Area.DISK, Level.OK),
    /** So many megabytes are free, which is too little. */
    DISK_LOW(Area.DISK, Level.DOWN),
    /** The data folder cannot be looked at. */
    DISK_UNREADABLE(Area.DISK, Level.DOWN),
    /** Nothing is tried again. */
    DELIVERIES_OK(Area.DELIVERIES, Level.OK),
    /** So many are tried again. */
    DELIVERIES_FAILING(Area.DELIVERIES, Level.WARNING),
    /** So many are given up. */
    DELIVERIES_DEAD(Area.DELIVERIES, Level.WARNING),
    /** None is at risk. */
    PROMISES_OK(Area.PROMISES, Level.OK),
    /** So many are due soon. */
    PROMISES_AT_RISK(Area.PROMISES, Level.WARNING),
    /** So many are overdue. */
    PROMISES_BROKEN(Area.PROMISES, Level.WARNING),
    /** So many are at their desks. */
    STAFF_OK(Area.STAFF, Level.OK),
    /** So many citizens wait and nobody is at a desk. */
    STAFF_AWAY(Area.STAFF, Level.WARNING);

    private final Area area;
    private final Level level;

    Finding(Area area, Level level) {
        this.area = area;
        this.level = level;
    }

    /** How bad it is. */
    enum Level {
        OK,
        /** Something is to be done, and citizens are still served. */
        WARNING,
        /** The service cannot do its work. */
        DOWN
    }

    Area area() {
        return area;
    }

    Level level() {
        return level;
    }
}
