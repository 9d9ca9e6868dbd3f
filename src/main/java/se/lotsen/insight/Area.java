package se.lotsen.insight;

import java.util.List;

/** The four areas that a municipality follows its service up in. */
enum Area {
    /** Can everybody use it, in their language, and reach a person? */
    ACCESSIBILITY("in-time", "wait", "unmet", "to-person"),
    /** Is what citizens are told right and helpful? */
    COMPETENCE("helped", "graded-right", "satisfied-assistant", "satisfied-agent"),
    /** What is missing and what is to be made better? */
    DEVELOPMENT("unanswered", "repeated"),
    /** How much is solved at once, and how much is left to people? */
    EFFICIENCY("questions", "answered", "self-served", "handed-over", "faults");

    private final List<String> figures;

    Area(String... figures) {
        this.figures = List.of(figures);
    }

    /** Ids of its figures. */
    List<String> figures() {
        return figures;
    }
}
