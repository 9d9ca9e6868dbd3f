package se.lotsen.operations;

/**
 * One thing that was looked at.
 *
 * @param value what the code's text tells, such as a number; empty for nothing
 */
record Check(Finding finding, String value) {

    static Check of(Finding finding) {
        return new Check(finding, "");
    }

    static Check of(Finding finding, long value) {
        return new Check(finding, Long.toString(value));
    }

    /** For templates: the area's name. */
    public String area() {
        return finding.area().name();
    }

    /** For templates: the code. */
    public String code() {
        return finding.name();
    }

    /** For templates: the level's name. */
    public String level() {
        return finding.level().name();
    }

    /** For templates: whether something is to be done. */
    public boolean needsWork() {
        return finding.level() != Finding.Level.OK;
    }
}
