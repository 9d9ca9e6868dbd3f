package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A retrieval set in the BEIR layout (Thakur et al. 2021): {@code corpus.jsonl}, {@code queries.jsonl} and
 * {@code qrels/<split>.tsv}.
 *
 * @param documents in the corpus' order
 * @param queries those of the split, in the queries' order
 * @param relevant the ids of the right documents by query id
 */
record BeirSet(List<Document> documents, List<Query> queries, Map<String, Set<String>> relevant) {

    /** A document; the title may be empty. */
    record Document(String id, String title, String text) {
    }

    /** A question. */
    record Query(String id, String text) {
    }

    /** @throws EvaluationInputException when a file is missing or broken; the message names file, line and remedy */
    static BeirSet read(Path folder, String split) {
        Map<String, Set<String>> relevant = qrels(folder.resolve("qrels").resolve(split + ".tsv"));
        List<Document> documents = new ArrayList<>();
        JsonLines.read(folder.resolve("corpus.jsonl"), node -> documents.add(new Document(text(node, "_id"),
                node.path("title").asString(""), text(node, "text"))));
        List<Query> queries = new ArrayList<>();
        JsonLines.read(folder.resolve("queries.jsonl"), node -> {
            if (relevant.containsKey(text(node, "_id"))) {
                queries.add(new Query(text(node, "_id"), text(node, "text")));
            }
        });
        if (queries.isEmpty()) {
            throw new EvaluationInputException(
                    folder + ": no query of the split \"" + split + "\" in queries.jsonl");
        }
        return new BeirSet(List.copyOf(documents), List.copyOf(queries), relevant);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new EvaluationInputException("the field \"" + field + "\" is missing");
        }
        return value.stringValue();
    }

    private static Map<String, Set<String>> qrels(Path file) {
        Map<String, Set<String>> relevant = new LinkedHashMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                String[] cells = line.split("\t");
                if (line.isBlank() || number == 1 && cells[0].equals("query-id")) {
                    continue;
                }
                if (cells.length != 3 || !cells[2].strip().matches("-?\\d{1,9}")) {
                    throw new EvaluationInputException(
                            file + ":" + number
                                    + ": expected query-id, corpus-id and score separated by tabs");
                }
                if (Integer.parseInt(cells[2].strip()) > 0) {
                    relevant.computeIfAbsent(cells[0], id -> new HashSet<>()).add(cells[1]);
                }
            }
        } catch (IOException e) {
            throw EvaluationInputException.unreadable(file, e);
        }
        return relevant;
    }
}
