package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file given to the evaluator is missing, broken or not writable; the message says which, where and what to do. */
public class EvaluationInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message names the file, what is wrong and what to do */
    public EvaluationInputException(String message) {
        super(message);
    }

    static EvaluationInputException unwritable(Path file) {
        return new EvaluationInputException(file.toAbsolutePath().normalize()
                + " cannot be written; check that its folder exists and may be written");
    }

    static EvaluationInputException unreadable(Path file, IOException cause) {
        Path looked = file.toAbsolutePath().normalize();
        if (cause instanceof NoSuchFileException) {
            return new EvaluationInputException(
                    "there is no file " + looked + "; give the folder or file that holds it");
        }
        if (cause instanceof CharacterCodingException) {
            return new EvaluationInputException(looked + " is not UTF-8; save it as UTF-8");
        }
        return new EvaluationInputException(looked + " cannot be read; check its permissions");
    }
}
