package se.lotsen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.testing.LogCapture;

class NoticesTests {
    private final Notices notices = Notices.inProcess();
    private final TransactionTemplate transactions = new TransactionTemplate(new NoDatabase());

    @Test
    void whatIsToldOutsideOfATransactionIsHeardAtOnceAndByItsTopicAlone() {
        Heard heard = new Heard();
        Heard other = new Heard();
        notices.listen("case", heard);
        notices.listen("desk", other);
        notices.tell("case", "one two");
        assertThat(heard.keys).containsExactly("one two");
        assertThat(other.keys).isEmpty();
    }

    @Test
    void whatIsToldWithinATransactionIsHeardAfterItsCommit() {
        Heard heard = new Heard();
        notices.listen("case", heard);
        transactions.executeWithoutResult(status -> {
            notices.tell("case", "one");
            assertThat(heard.keys).isEmpty();
        });
        assertThat(heard.keys).containsExactly("one");
    }

    @Test
    void whatIsRolledBackIsNeverHeard() {
        Heard heard = new Heard();
        notices.listen("case", heard);
        transactions.executeWithoutResult(status -> {
            notices.tell("case", "one");
            status.setRollbackOnly();
        });
        assertThat(heard.keys).isEmpty();
    }

    @Test
    void oneListenersFaultIsNotTheNextOnes() {
        Heard heard = new Heard();
        notices.listen("case", new Heard() {
            @Override
            public void heard(String key) {
                throw new IllegalStateException("planted");
            }
        });
        notices.listen("case", heard);
        try (LogCapture log = new LogCapture()) {
            notices.tell("case", "one");
            assertThat(log.errors()).singleElement().asString().contains("A listener to notices failed");
            log.forget();
        }
        assertThat(heard.keys).containsExactly("one");
    }

    @Test
    void contentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notices.tell("case", "x".repeat(Notices.LONGEST)));
        assertThatIllegalArgumentException().isThrownBy(() -> notices.tell("two words", "x"));
    }

    private static class Heard implements Notices.Listener {
        final List<String> keys = new ArrayList<>();

        @Override
        public void heard(String key) {
            keys.add(key);
        }

        @Override
        public void look() {
            keys.add("look");
        }
    }

    private static final class NoDatabase extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction,
                org.springframework.transaction.TransactionDefinition wanted) {
            // Nothing to begin.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // Nothing to commit.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // Nothing to take back.
        }
    }
}
