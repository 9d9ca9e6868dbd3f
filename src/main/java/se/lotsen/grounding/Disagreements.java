package se.lotsen.grounding;

import java.util.List;
import java.util.Optional;
import se.lotsen.knowledge.Passage;

/** Compares passages statement by statement, reading each passage once. */
final class Disagreements {
    private final PassageReadings readings;

    Disagreements(PassageReadings readings) {
        this.readings = readings;
    }

    Optional<Disagreement> between(Passage one, Passage other) {
        if (one.page().equals(other.page())) {
            return Optional.empty();
        }
        List<ReadStatement> ours = readings.of(one).statements();
        List<ReadStatement> theirs = readings.of(other).statements();
        int ourFirst = ours.size() - one.statements().size();
        int theirFirst = theirs.size() - other.statements().size();
        Subjects subjects = new Subjects(ours.subList(0, ourFirst), theirs.subList(0, theirFirst));
        for (int at = ourFirst; at < ours.size(); at++) {
            for (int with = theirFirst; with < theirs.size(); with++) {
                Optional<Disagreement> found = Disagreement.between(one.statements().get(at - ourFirst),
                        ours.get(at),
                        other.statements().get(with - theirFirst), theirs.get(with), subjects);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
