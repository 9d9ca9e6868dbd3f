package se.lotsen.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.lotsen.answering.PinsFile;
import se.lotsen.handover.TownNotices;

/** What can be set, each with its files and its own form. */
public enum Subject {
    /** Words that mean the same. */
    SYNONYMS("synonymer", List.of("synonyms.sv.txt")),
    /** Questions that are tied to a page. */
    PINNED("fasta-svar", List.of(PinsFile.NAME)),
    /** How far the assistant goes in which matter, and the rules that questions meet first. */
    TOPICS("amnen", Stream.concat(Stream.of("topics"), Stream.of("advice", "conduct", "eligibility",
            "emergency", "greeting", "keep-apart", "own-case", "people", "person", "politics", "referrals",
            "signs", "steering", "words")).map(name -> "policies/" + name + ".yaml").toList()),
    /** What the assistant says in its own words. */
    REPLIES("svarstexter", Stream.of("sv", "en", "fi", "ar", "so")
            .map(language -> "replies." + language + ".yaml").toList()),
    /** When people can be reached. */
    HOURS("oppettider", List.of("opening-hours.yaml")),
    /** What is told to everybody now. */
    NOTICE("meddelande", List.of(TownNotices.FILE));

    private final String slug;
    private final List<String> files;

    Subject(String slug, List<String> files) {
        this.slug = slug;
        this.files = List.copyOf(files);
    }

    /** Its place in addresses. */
    public String slug() {
        return slug;
    }

    /** Relative to the knowledge-base folder; the first is what is meant when none is named. */
    public List<String> files() {
        return files;
    }

    /** Whether a change of it changes no answer, so that there is nothing to try. */
    public boolean isOutsideAnswers() {
        return this == NOTICE;
    }

    static Optional<Subject> ofFile(String file) {
        return Arrays.stream(values()).filter(subject -> subject.files.contains(file)).findFirst();
    }

    static Optional<Subject> of(String slug) {
        return Arrays.stream(values()).filter(subject -> subject.slug.equals(slug)).findFirst();
    }
}
