package se.lotsen.accountability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a municipality owes those who ask how its assistant works. */
enum DocumentKind {
    /** That people talk to a machine: regulation (EU) 2024/1689 (AI Act), article 50.1. */
    AI_NOTICE,
    /** What an algorithm register wants to know, in the shape of the Dutch Algoritmeregister's standard 1.0. */
    REGISTER,
    /** A draft of the impact assessment of regulation (EU) 2016/679 (GDPR), article 35. */
    DPIA,
    /** What is kept for how long by which decision: arkivlagen (1990:782) 4 and 10 §§. */
    ARCHIVE_PLAN,
    /** Law (2018:1937) on accessibility of digital public service; the statement itself is a page of the chat. */
    ACCESSIBILITY;

    /** In addresses and names of files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DocumentKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
