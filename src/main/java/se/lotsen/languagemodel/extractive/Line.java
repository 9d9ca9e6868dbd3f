package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.List;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.VoiceRequest;

/**
 * One statement of the page, as a possible part of the answer.
 *
 * @param passage where it stands
 * @param at its place among the passage's statements
 * @param number its place among all lines of the request
 */
record Line(Passage passage, int at, int number) {

    /** All lines of the request, passage by passage; each stands at its number. */
    static List<Line> of(VoiceRequest request) {
        List<Line> lines = new ArrayList<>();
        for (VoiceRequest.RankedText ranked : request.passages()) {
            for (int at = 0; at < ranked.passage().statements().size(); at++) {
                lines.add(new Line(ranked.passage(), at, lines.size()));
            }
        }
        return lines;
    }

    /** Another line of the same passage. */
    Line sibling(int place) {
        return new Line(passage, place, number - at + place);
    }

    Statement statement() {
        return passage.statements().get(at);
    }

    String text() {
        return statement().text();
    }

    /** "Ta med:" says nothing without the list or table that follows it. */
    boolean leadsIn() {
        return text().endsWith(":") && at + 1 < passage.statements().size()
                && passage.statements().get(at + 1).form() != Statement.Form.SENTENCE;
    }

    int words() {
        return text().split("\\s+").length;
    }
}
