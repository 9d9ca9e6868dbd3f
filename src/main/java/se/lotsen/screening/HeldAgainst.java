package se.lotsen.screening;

/** What a rule is held against. */
enum HeldAgainst {
    /** What citizens ask. */
    QUESTIONS,
    /** That, and the pages' own statements: what meets it there speaks to the assistant instead of to residents. */
    ALSO,
    /** The pages' statements alone, where words mean something else than in a question ("skriv att …"). */
    ONLY
}
