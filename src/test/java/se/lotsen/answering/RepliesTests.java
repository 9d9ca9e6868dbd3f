package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.Availability;
import se.lotsen.handover.ContactPoint;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;

class RepliesTests {
    private static final String WHOLE = """
            # Svaren
            noAnswer: Inget.
            lowConfidence: Osäkert.
            clarify: Vad menar du?
            failed: Fel hos oss.
            handover: Du når {name} på telefon {phone} eller e-post {email}. {hours}.
            stillUnclear: Fortfarande oklart.
            topicOff: Avstängt.
            reviewedFirst: Granskas.
            pageOutdated: Se {title} på {url}.
            sourcesDisagree: "{first} och {second} säger olika."
            unknownLanguage: Bara svenska.
            """;

    @TempDir
    Path root;
    private final List<Finding> findings = new ArrayList<>();
    private KnowledgeFiles files;

    @BeforeEach
    void aFolder() {
        files = new KnowledgeFiles(root);
    }

    @Test
    void theShippedRepliesAreWholeAndKnowTheirPlaceholders() {
        Replies replies = Replies.read(KnowledgeFiles.shipped(), findings::add).orElseThrow();
        assertThat(findings).isEmpty();
        assertThat(List.of(replies.noAnswer(), replies.lowConfidence(), replies.clarify(), replies.failed()))
                .allSatisfy(reply -> assertThat(reply).doesNotContain("{").isNotBlank());
        assertThat(
                Pattern.compile("\\{\\w*}").matcher(replies.handover()).results().map(found -> found.group()))
                .isSubsetOf("{name}", "{phone}", "{email}", "{hours}").contains("{phone}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noAnswer", "lowConfidence", "clarify", "failed", "handover", "stillUnclear",
            "topicOff", "reviewedFirst",
            "pageOutdated", "sourcesDisagree", "unknownLanguage"})
    void aMissingReplyIsReportedWhereTheRepliesBegin(String field) {
        files.write(Replies.FILE, WHOLE.replaceFirst("(?m)^" + field + ": .*\n", ""));
        assertThat(Replies.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of(Replies.FILE, 2, Code.MISSING_FIELD, field));
    }

    @Test
    void aFileOfAnEarlierVersionSaysThatTheTopicIsOff() {
        assertThat(whole().switchedOff()).isEqualTo(whole().searchOnly()).isEqualTo(whole().topicOff());
    }

    @Test
    void anEmptyReplyIsMissingOnItsLine() {
        files.write(Replies.FILE, WHOLE.replace("Osäkert.", "' '").replace("Fel hos oss.", ""));
        assertThat(Replies.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of(Replies.FILE, 3, Code.MISSING_FIELD, "lowConfidence"),
                Finding.of(Replies.FILE, 5, Code.MISSING_FIELD, "failed"));
    }

    @Test
    void aReplyWrittenTwiceIsRefused() {
        files.write(Replies.FILE, WHOLE + "clarify: En gång till?\n");
        assertThat(Replies.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of(Replies.FILE, 13, Code.INVALID_VALUE, "clarify"));
    }

    @Test
    void aPlaceholderThatTheReplyDoesNotHaveIsRefused() {
        files.write(Replies.FILE, WHOLE.replace("Inget.", "Ring {phone}."));
        assertThat(Replies.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of(Replies.FILE, 2, Code.UNKNOWN_REFERENCE, "{phone}"));
    }

    @Test
    void anUnknownReplyIsRefused() {
        files.write(Replies.FILE, WHOLE + "greeting: Hej!\n");
        assertThat(Replies.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of(Replies.FILE, 13, Code.UNKNOWN_FIELD, "greeting"));
    }

    @Test
    void theWayToAPersonIsFilledIn() {
        assertThat(whole().handover(reached("kc@lindakra.example"), "Öppet till kl. 16.30"))
                .isEqualTo("Du når Kontaktcenter på telefon 031-390 06 00 eller e-post kc@lindakra.example."
                        + " Öppet till kl. 16.30.");
    }

    @Test
    void withoutAnEmailAddressItsHalfSentenceIsLeftOut() {
        assertThat(whole().handover(reached(null), "Öppet dygnet runt"))
                .isEqualTo("Du når Kontaktcenter på telefon 031-390 06 00. Öppet dygnet runt.");
    }

    private Replies whole() {
        files.write(Replies.FILE, WHOLE);
        return Replies.read(files.folder(), findings::add).orElseThrow();
    }

    private static Availability reached(String email) {
        return new Availability(true, null, null,
                new ContactPoint("kc", "Kontaktcenter", "031-390 06 00", email, null, "kc", null));
    }
}
