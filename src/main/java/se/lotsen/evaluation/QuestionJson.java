package se.lotsen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code evaluate --questions --json}; the names are described in docs/evaluation.md and stay. */
final class QuestionJson {
    private QuestionJson() {
    }

    static Map<String, Object> of(QuestionEvaluation.Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", figures.file());
        json.put("rows", figures.graded().size());
        FigureJson.shares(json, figures.named());
        json.put("kinds", figures.kinds());
        Map<String, Object> rightKinds = new LinkedHashMap<>();
        figures.rightKindByExpected()
                .forEach((expected, share) -> rightKinds.put(expected, FigureJson.share(share)));
        json.put("rightKindByExpected", rightKinds);
        json.put("pageConfusion", figures.pageMixes().stream().map(PageMix::json).toList());
        json.put("languages", languages(figures.languages()));
        Map<String, Object> gaps = new LinkedHashMap<>();
        figures.largestGaps().forEach(gap -> {
            Map<String, Object> one = FigureJson.figure(gap.gap());
            one.put("lang", gap.lang());
            gaps.put(gap.figure(), one);
        });
        json.put("largestGapToSwedish", gaps);
        json.put("answerWords", length(figures.length()));
        return json;
    }

    private static Map<String, Object> languages(List<LanguageFigures> languages) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (LanguageFigures language : languages) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rows", language.rows());
            language.shares().forEach((name, share) -> one.put(name, FigureJson.share(share)));
            Map<String, Object> gaps = new LinkedHashMap<>();
            language.gaps().forEach((name, gap) -> gaps.put(name, FigureJson.figure(gap)));
            one.put("gapToSwedish", gaps);
            json.put(language.lang(), one);
        }
        return json;
    }

    private static Map<String, Object> length(AnswerLength length) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", length.answers());
        json.put("mean", FigureJson.figure(length.mean()));
        json.put("p95", FigureJson.figure(length.p95()));
        return json;
    }
}
