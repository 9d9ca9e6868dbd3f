package se.lotsen.answering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.SpokenSentence;

/** Completes sentences with what the page does not let stand alone: conditions, exceptions and limits. */
final class Quotation {
    private final OmissionGuard omissions;

    Quotation(OmissionGuard omissions) {
        this.omissions = omissions;
    }

    /** Quotations with what belongs to them, each passage's in the page's order. */
    List<SpokenSentence> completed(List<SpokenSentence> quoted, Speech speech) {
        Set<SpokenSentence> whole = new LinkedHashSet<>();
        for (Passage passage : quoted.stream().map(SpokenSentence::source).distinct().toList()) {
            List<Statement> missing = omitted(passage, quoted);
            missing.forEach(
                    statement -> speech.added(new SpokenSentence(statement.text(), passage), "OMISSION"));
            passage.statements().stream().map(statement -> new SpokenSentence(statement.text(), passage))
                    .filter(sentence -> quoted.contains(sentence)
                            || missing.stream()
                                    .anyMatch(statement -> statement.text().equals(sentence.text())))
                    .forEach(whole::add);
        }
        return List.copyOf(whole);
    }

    /** What a wording leaves out, said last: what has been released cannot be put in order any more. */
    Flux<SpokenSentence> leftOut(Speech speech) {
        return Flux.defer(() -> {
            List<SpokenSentence> more = new ArrayList<>();
            speech.said().stream().map(SpokenSentence::source).distinct()
                    .forEach(passage -> omitted(passage, speech.said())
                            .forEach(statement -> more.add(new SpokenSentence(statement.text(), passage))));
            more.forEach(sentence -> speech.added(sentence, "OMISSION"));
            return Flux.fromIterable(more);
        });
    }

    private List<Statement> omitted(Passage passage, List<SpokenSentence> said) {
        List<String> texts = said.stream().filter(sentence -> sentence.source().equals(passage))
                .map(SpokenSentence::text).toList();
        List<Statement> quoted = passage.statements().stream()
                .filter(statement -> texts.contains(statement.text()))
                .toList();
        return quoted.size() >= texts.size()
                ? omissions.missing(passage, quoted)
                : omissions.missingFrom(passage, texts);
    }
}
