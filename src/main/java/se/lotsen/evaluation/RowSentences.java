package se.lotsen.evaluation;

import java.util.Random;

/** Puts a table's cells into sentences. */
final class RowSentences {
    private RowSentences() {
    }

    static String ofTwo(String label, String cell, Random random) {
        if (cell.matches(".*\\d kronor.*")) {
            return random.nextBoolean()
                    ? label + " kostar " + lower(cell) + "."
                    : "Priset är " + lower(cell) + " för " + lower(label) + ".";
        }
        if (cell.matches("\\d{1,2}\\.\\d{2}–.*")) {
            return random.nextBoolean()
                    ? "På " + lower(label) + " är det öppet " + cell + "."
                    : label + " har vi öppet " + cell + ".";
        }
        return label + " – " + lower(cell) + ".";
    }

    static String ofCell(String label, String column, String cell, Random random) {
        if (cell.matches(".*\\d kronor.*")) {
            return random.nextBoolean()
                    ? column + " för " + lower(label) + ": " + lower(cell) + "."
                    : label + " betalar " + lower(cell) + " (" + lower(column) + ").";
        }
        if (cell.matches("\\d{1,2}\\.\\d{2}–.*")) {
            return random.nextBoolean()
                    ? lowerDay(label) + " " + lowerDay(column) + ": öppet " + cell + "."
                    : column + " har " + label + " öppet " + cell + ".";
        }
        return label + ", " + lower(column) + ": " + lower(cell) + ".";
    }

    /** Only words that are no names lose their capital letter; of a cell's first word that is safe for these. */
    private static String lower(String text) {
        String first = text.split("[ ,]")[0];
        boolean common = first.matches("[A-ZÅÄÖ]\\p{Ll}+")
                && first.matches(
                        "(?i)(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|gratis|stängt|vuxen|barn|"
                                + "kurs|dusch|hyra|el|gästplats|båtplats|vinterplats|villa|varje|stannandeförbud|plats).*");
        return common ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static String lowerDay(String text) {
        return text;
    }
}
