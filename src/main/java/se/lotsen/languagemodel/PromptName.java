package se.lotsen.languagemodel;

import java.util.Set;

/** The prompts that exist, each a file {@code <name>.md} in the folder {@code prompts} with just these placeholders. */
public enum PromptName {
    /** Puts an answer into plain Swedish, each sentence with its passage's number. */
    ANSWER("answer.sv", "question", "passages"),
    /** Makes a follow-up a question of its own. */
    REWRITE_QUESTION("rewrite-question.sv", "earlier", "question"),
    /** Translates a question into Swedish for the search. */
    TRANSLATE_QUESTION("translate-question.sv", "language", "question"),
    /** Translates an answer's sentences, line by line. */
    TRANSLATE_ANSWER("translate-answer.sv", "language", "sentences"),
    /** Tells an agent what a conversation was about. */
    SUMMARISE_CONVERSATION("summarise-conversation.sv", "conversation"),
    /** Offers an editor further ways to ask for a page. */
    PROPOSE_PHRASINGS("propose-phrasings.sv", "title", "passages", "phrasings", "asked", "count");

    private final String file;
    private final Set<String> placeholders;

    PromptName(String name, String... placeholders) {
        this.file = name;
        this.placeholders = Set.of(placeholders);
    }

    /** The file's name without its ending. */
    public String file() {
        return file;
    }

    /** What must be filled in, all of it and nothing else. */
    public Set<String> placeholders() {
        return placeholders;
    }
}
