package se.lotsen.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.screening.QuestionScreen;

/**
 * What all checks of one question and its answer cost beside the retrieval at the same size: masking, screening, and the
 * grounding of three sentences. The sentences are quoted with a word left out, so that none of them passes as a
 * quotation; language identification is measured apart.
 */
final class ChecksBenchmark {
    private static final int WARM_UPS = 6;
    private static final int SENTENCES = 3;

    private final Report report;
    private final List<String> questions;
    private final int rounds;
    private final PersonalDataMask mask;
    private final QuestionScreen screen;
    private final GroundingCheck grounding = new GroundingCheck();

    ChecksBenchmark(Report report, List<String> questions, int rounds, Path knowledge) {
        this.report = report;
        this.questions = questions;
        this.rounds = rounds;
        KnowledgeFolder folder = new KnowledgeFolder(knowledge);
        ContactDirectory contacts = new ContactDirectory(new HandoverFiles(folder));
        this.mask = new PersonalDataMask(contacts);
        this.screen = new QuestionScreen(folder, contacts);
    }

    /** A question and the answer that is checked. */
    private record Case(String question, List<String> sentences, List<Passage> cited) {
    }

    void run(Path folder) {
        try (PassageIndex index = PassageIndex.open(folder)) {
            report.section("P11  all checks, CPU an answer (%d questions)".formatted(questions.size()));
            List<Case> cases = questions.stream()
                    .map(question -> answered(question, index.retrieve(question)))
                    .toList();
            for (int i = 0; i < WARM_UPS; i++) {
                checks(cases);
                retrievals(index);
            }
            Series checks = new Series();
            Series retrieval = new Series();
            Series share = new Series();
            for (int i = 0; i < rounds; i++) {
                double a = checks(cases);
                double b = retrievals(index);
                checks.add(a);
                retrieval.add(b);
                share.add(a / b);
            }
            report.figure("masking, screening, grounding of three sentences", checks, 0, "us");
            report.figure("whole retrieval", retrieval, 0, "us");
            report.atMost("checks over retrieval", share, 2, "x", 0.4);
        }
    }

    private static Case answered(String question, Retrieval found) {
        List<String> sentences = new ArrayList<>();
        List<Passage> cited = new ArrayList<>();
        found.passages().stream().limit(1).map(ranked -> ranked.passage()).forEach(passage -> {
            for (Statement statement : passage.statements().stream().limit(SENTENCES).toList()) {
                sentences.add(statement.text().replaceFirst("\\s+\\S+$", "."));
                cited.add(passage);
            }
        });
        return new Case(question, sentences, cited);
    }

    private double checks(List<Case> cases) {
        double begin = CpuTime.microseconds();
        for (Case one : cases) {
            MaskedText masked = mask.mask(one.question());
            screen.screen(masked.withoutPlaceholders(), "sv");
            for (int i = 0; i < one.sentences().size(); i++) {
                grounding.check(one.sentences().get(i), List.of(one.cited().get(i)));
            }
        }
        return (CpuTime.microseconds() - begin) / cases.size();
    }

    private double retrievals(PassageIndex index) {
        double begin = CpuTime.microseconds();
        questions.forEach(index::retrieve);
        return (CpuTime.microseconds() - begin) / questions.size();
    }
}
