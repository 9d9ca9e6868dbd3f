package se.lotsen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How figures look in {@code --json}: a value under its own name, and rows, intervals and methods beside, by name. */
final class FigureJson {
    private FigureJson() {
    }

    /** Adds each share under its name, with {@code rowsOf}, {@code intervals95} and {@code intervalMethods}. */
    static Map<String, Object> shares(Map<String, Object> json, Map<String, Share> named) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        Map<String, String> methods = new LinkedHashMap<>();
        named.forEach((name, share) -> {
            json.put(name, share.share().value());
            rows.put(name, share.rows());
            intervals.put(name, interval(share.share()));
            methods.put(name, share.method().wireName());
        });
        json.put("rowsOf", rows);
        json.put("intervals95", intervals);
        json.put("intervalMethods", methods);
        return json;
    }

    /** One share as an object of its own. */
    static Map<String, Object> share(Share share) {
        Map<String, Object> json = figure(share.share());
        json.put("rows", share.rows());
        json.put("method", share.method().wireName());
        return json;
    }

    /** One figure as an object of its own. */
    static Map<String, Object> figure(Bootstrap.Interval figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", figure.value());
        json.put("interval95", interval(figure));
        return json;
    }

    static List<Double> interval(Bootstrap.Interval figure) {
        return List.of(figure.low(), figure.high());
    }
}
