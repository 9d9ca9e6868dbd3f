package se.lotsen.trial;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.lotsen.LotsenApplication;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.evaluation.QuestionRow;

/** Desks as the service opens them, on a Monday morning. */
final class OpenDesks implements AutoCloseable {
    static final Clock MONDAY = Clock.fixed(
            OffsetDateTime.parse("2026-11-23T10:00:00+01:00").toInstant(), ZoneId.of("Europe/Stockholm"));
    static final String FEE = "pages/barn-och-utbildning/forskola-avgift.md";
    static final String LIBRARY = "pages/kultur-och-fritid/bibliotek.md";
    final AnswerDesks desks;
    private final ConfigurableApplicationContext context;

    OpenDesks() {
        context = new SpringApplicationBuilder(LotsenApplication.class)
                .web(WebApplicationType.NONE).profiles("command").logStartupInfo(false)
                .initializers(
                        one -> ((GenericApplicationContext) one).registerBean("monday", Clock.class,
                                () -> MONDAY, bean -> bean.setPrimary(true)))
                .run();
        desks = context.getBean(AnswerDesks.class);
    }

    /** A question of which nobody has said what is right. */
    static TrialQuestion asked(String text, int times) {
        return new TrialQuestion(text, text, times, null);
    }

    /** A test question whose answer must hold a fact; any answer is right where there is none. */
    static TrialQuestion golden(String id, String text, String fact) {
        String row = "id\tlang\texpected\tpages\tquestion\tfacts\n" + id + "\tsv\tanswered\t-\t" + text + "\t"
                + fact;
        return new TrialQuestion(id, text, 1, QuestionRow.of("test", row.lines().toList()).getFirst());
    }

    static List<String> ids(List<ChangedAnswer> changes) {
        return changes.stream().map(change -> change.question().id()).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
