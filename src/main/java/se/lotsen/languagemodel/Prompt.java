package se.lotsen.languagemodel;

/**
 * What a model is asked, ready to be sent.
 *
 * @param name the prompt file's name and version, such as {@code answer.sv@3}; recorded with each answer
 * @param system the rules, from the file alone: nothing that a citizen or a page wrote
 * @param user the task with everything filled in; holds untrusted text, but no unmasked personal data
 * @param maxTokens the longest answer wanted, in the model's tokens; above 0
 */
public record Prompt(String name, String system, String user, int maxTokens) {

    /** About as many tokens as the prompt has: Swedish text has some three characters to one (measured on Gemma and GPT). */
    public int estimatedTokens() {
        return (system.length() + user.length()) / CHARACTERS_PER_TOKEN + 1;
    }

    /** For estimating what a text costs where the provider does not tell in time. */
    public static final int CHARACTERS_PER_TOKEN = 3;
}
