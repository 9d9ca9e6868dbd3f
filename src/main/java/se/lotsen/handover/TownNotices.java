package se.lotsen.handover;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.handover.NoticeReader.Notice;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;

/** What is told to everybody now, from {@code notice.yaml}; without the file nothing is. Of a broken file the last good one stays. */
public class TownNotices {
    /** The file's name in the knowledge-base folder. */
    public static final String FILE = NoticeReader.FILE;
    private static final Logger log = LoggerFactory.getLogger(TownNotices.class);
    private final KnowledgeFolder folder;
    private final OpenTimes times;
    private final Clock clock;
    private volatile Optional<Notice> notice = Optional.empty();

    TownNotices(KnowledgeFolder folder, OpenTimes times, Clock clock) {
        this.folder = folder;
        this.times = times;
        this.clock = clock;
        read();
    }

    /** What is wrong with the folder's file; nothing where there is none. */
    public static List<Finding> check(KnowledgeFolder folder) {
        List<Finding> findings = new ArrayList<>();
        text(folder, findings).ifPresent(yaml -> findings.addAll(NoticeReader.read(yaml).findings()));
        return findings;
    }

    private static Optional<String> text(KnowledgeFolder folder, List<Finding> findings) {
        return folder.read(FILE, finding -> {
            if (finding.code() != Finding.Code.MISSING) {
                findings.add(finding);
            }
        });
    }

    @EventListener
    void reload(KnowledgeFilesChanged changed) {
        if (changed.files().contains(FILE)) {
            read();
        }
    }

    private void read() {
        List<Finding> findings = new ArrayList<>();
        Optional<EditorsFile.Reading<Notice>> reading = text(folder, findings).map(NoticeReader::read);
        reading.ifPresent(read -> findings.addAll(read.findings()));
        FindingText text = new FindingText();
        findings.forEach(finding -> log.warn("{}", text.of(finding)));
        if (findings.isEmpty()) {
            notice = reading.flatMap(EditorsFile.Reading::value);
        }
    }

    /**
     * The notice, in the language if there are words in it, or else in Swedish; empty when there is none at this moment.
     *
     * @param language BCP 47; what follows the first part does not count
     */
    public Optional<TownNotice> now(String language) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), times.zone());
        String spoken = language.replaceFirst("-.*", "");
        return notice.filter(one -> one.isShown(now)).map(one -> {
            String known = one.texts().containsKey(spoken) ? spoken : "sv";
            return new TownNotice(one.texts().getOrDefault(known, ""), known, one.level());
        });
    }
}
