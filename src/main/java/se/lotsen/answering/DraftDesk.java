package se.lotsen.answering;

import java.util.List;
import se.lotsen.answering.AnswerDesk.Explained;
import se.lotsen.knowledge.Library;
import se.lotsen.retrieval.PageSearch;

/** A desk over one state of the knowledge base. Safe for concurrent use; closing it frees its index. */
public final class DraftDesk implements AutoCloseable {
    private final Library library;
    private final AnswerDesk desk;
    private final PageSearch search;

    DraftDesk(Library library, AnswerDesk desk, PageSearch search) {
        this.library = library;
        this.desk = desk;
        this.search = search;
    }

    /** The pages that are answered from, and what had to be left out. */
    public Library library() {
        return library;
    }

    /** The answer to one question in a conversation of its own. Blocks; never to be called on an event loop. */
    public Answer ask(String question) {
        return explained(question).answer();
    }

    /** The same with why it is what it is. */
    public Explained explained(String question) {
        return desk.explained(question);
    }

    /** All events of the answer to a question that stands where it stood in its conversation. Blocks. */
    public List<AnswerEvent> events(Question question) {
        return desk.events(question);
    }

    @Override
    public void close() {
        search.close();
    }
}
