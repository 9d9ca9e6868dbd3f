package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Swedish sentence and a faithful translation, as a line of a file of them. */
record TranslationPair(String id, String language, String swedish, String translation) {
    private static final int PARTS = 3;

    /** @throws EvaluationInputException when the file cannot be used; it says where and why */
    static List<TranslationPair> read(Path file) {
        List<TranslationPair> pairs = new ArrayList<>();
        JsonLines.read(file, object -> {
            String id = JsonLines.text(object, "id");
            if (!id.matches("t\\d{1,6}")) {
                throw new EvaluationInputException("the field \"id\" must be t and a number, but is " + id);
            }
            pairs.add(
                    new TranslationPair(id, JsonLines.text(object, "lang"), JsonLines.text(object, "swedish"),
                            JsonLines.text(object, "translation")));
        });
        return pairs;
    }

    /** Every third pair is for counting alone: nobody reads it to improve something. */
    boolean isHeldOut() {
        return Integer.parseInt(id.substring(1)) % PARTS == 1;
    }
}
