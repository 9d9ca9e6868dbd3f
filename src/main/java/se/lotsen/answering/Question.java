package se.lotsen.answering;

import java.util.List;
import se.lotsen.privacy.MaskedText;

/**
 * What is asked, and where in its conversation.
 *
 * @param text without personal data
 * @param language of the conversation, such as {@code sv}
 * @param number the question's place in the conversation, from 1
 * @param earlier the conversation's earlier questions, oldest first
 */
public record Question(MaskedText text, String language, int number, List<MaskedText> earlier) {
}
