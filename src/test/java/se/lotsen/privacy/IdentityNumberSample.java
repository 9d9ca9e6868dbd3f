package se.lotsen.privacy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import se.lotsen.testing.SeededRandom;

/**
 * An identity number that is valid by construction: a date between 1890 and 2025, a serial number, a checksum that is
 * worked out here (digits at even places doubled), independently of the code under test.
 */
record IdentityNumberSample(LocalDate born, boolean coordination, String lastFour) {

    static IdentityNumberSample random(SeededRandom random, boolean coordination) {
        LocalDate born = LocalDate.of(1890, 1, 1).plusDays(random.below(136 * 365));
        String serial = String.format("%03d", random.between(1, 999));
        String nine = new IdentityNumberSample(born, coordination, "").date("yyMMdd") + serial;
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return new IdentityNumberSample(born, coordination, serial + (10 - sum % 10) % 10);
    }

    /** The date in a pattern whose {@code dd} is the day, plus 60 for coordination numbers. */
    String date(String pattern) {
        String day = String.format("%02d", born.getDayOfMonth() + (coordination ? 60 : 0));
        return born.format(DateTimeFormatter.ofPattern(pattern.replace("dd", "'@'"))).replace("@", day);
    }

    private String sign() {
        return born.isBefore(LocalDate.of(1927, 1, 1)) ? "+" : "-";
    }

    /** The spellings that most people use. */
    Map<String, String> commonSpellings() {
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("twelve digits", date("yyyyMMdd") + lastFour);
        spellings.put("twelve digits, hyphen", date("yyyyMMdd") + "-" + lastFour);
        spellings.put("twelve digits, space", date("yyyyMMdd") + " " + lastFour);
        spellings.put("ten digits", date("yyMMdd") + lastFour);
        spellings.put("ten digits, official sign", date("yyMMdd") + sign() + lastFour);
        spellings.put("ten digits, space", date("yyMMdd") + " " + lastFour);
        spellings.put("ISO date", date("yyyy-MM-dd") + "-" + lastFour);
        spellings.put("date with spaces", date("yyyy MM dd") + " " + lastFour);
        return spellings;
    }

    /** Spellings by other keyboards, phones and habits. */
    Map<String, String> rareSpellings() {
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("non-breaking space", date("yyyyMMdd") + "\u00a0" + lastFour);
        spellings.put("en dash", date("yyMMdd") + "–" + lastFour);
        spellings.put("non-breaking hyphen", date("yyMMdd") + "\u2011" + lastFour);
        spellings.put("minus sign", date("yyMMdd") + "\u2212" + lastFour);
        spellings.put("plus sign", date("yyyyMMdd") + "+" + lastFour);
        spellings.put("full stop", date("yyMMdd") + "." + lastFour);
        spellings.put("full stops", date("yyyy.MM.dd") + "." + lastFour);
        spellings.put("slash", date("yyMMdd") + "/" + lastFour);
        spellings.put("spaced hyphen", date("yyMMdd") + " - " + lastFour);
        spellings.put("ISO date, space", date("yyyy-MM-dd") + " " + lastFour);
        spellings.put("short date", date("yy-MM-dd") + "-" + lastFour);
        spellings.put("century apart", date("yyyy").substring(0, 2) + " " + date("yyMMdd") + "-" + lastFour);
        spellings.put("full-width digits", inScript(date("yyMMdd") + "-" + lastFour, 0xFF10));
        spellings.put("Arabic-Indic digits", inScript(date("yyyyMMdd") + lastFour, 0x0660));
        spellings.put("mathematical digits", inScript(date("yyyyMMdd") + "-" + lastFour, 0x1D7CE));
        spellings.put("zero-width spaces", date("yyMMdd").replace("", "\u200b") + "-\u2060" + lastFour);
        spellings.put("soft hyphen", date("yyyyMM") + "\u00ad" + date("dd") + lastFour);
        spellings.put("direction marks", "\u202d" + date("yyMMdd") + "-" + lastFour + "\u202c");
        spellings.put("keycaps", (date("yyyyMMdd") + lastFour).replaceAll("\\d", "$0\ufe0f\u20e3"));
        return spellings;
    }

    private static String inScript(String ascii, int zero) {
        StringBuilder text = new StringBuilder();
        ascii.chars().forEach(c -> text.appendCodePoint(c >= '0' && c <= '9' ? zero + c - '0' : c));
        return text.toString();
    }
}
