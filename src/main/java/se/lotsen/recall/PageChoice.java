package se.lotsen.recall;

/** A page that can be chosen, by its id and its title. */
public record PageChoice(String id, String title) {
}
