package se.lotsen.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * Which topics the assistant leaves to people, and how far it may go in the others, from {@code policies/topics.yaml}.
 * A page's own setting goes before that of its area.
 */
public final class Topics {
    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final String FILE = PolicyFiles.TOPICS;

    private final KnowledgeFolder folder;
    private volatile Settings settings;

    private record Settings(TopicPolicy otherwise, Release release, Map<String, Setting> areas,
            Map<String, Setting> pages) {
    }

    private record Setting(@Nullable Release release, @Nullable TopicPolicy policy) {
    }

    /** As written: any field may be missing. */
    record Form(@Nullable String otherwise, @Nullable String release,
            @Nullable Map<String, @Nullable TopicForm> areas,
            @Nullable Map<String, @Nullable TopicForm> pages) {
    }

    /** A topic as written; {@code off: true} is the older way to say {@code release: off}. */
    record TopicForm(@Nullable Boolean off, @Nullable String release, @Nullable String policy) {
    }

    /** @throws KnowledgeUnusable when the file is missing or has a fault */
    public Topics(KnowledgeFolder folder) {
        this.folder = folder;
        List<Finding> findings = new ArrayList<>();
        this.settings = read(folder, findings::add)
                .orElseThrow(() -> new KnowledgeUnusable(folder, findings));
    }

    /** An edited file is used at once; a broken one is reported and the last good one stays. */
    @EventListener
    void reload(KnowledgeFilesChanged changed) {
        if (changed.files().contains(FILE)) {
            FindingText text = new FindingText();
            read(folder, finding -> log.warn("{}", text.of(finding))).ifPresent(read -> settings = read);
        }
    }

    /** Reports everything that is wrong with the folder's file. */
    static void check(KnowledgeFolder folder, Consumer<Finding> findings) {
        read(folder, findings);
    }

    /** How an answer from this page reaches the citizen; what neither page nor area says is the file's own {@code release}, or {@link Release#AUTONOMOUS}. */
    public Release release(String pageId, String area) {
        Settings now = settings;
        for (Setting setting : new Setting[]{now.pages().get(pageId), now.areas().get(area)}) {
            if (setting != null && setting.release() != null) {
                return setting.release();
            }
        }
        return now.release();
    }

    /** How far the assistant may go on this page. */
    public TopicPolicy policyOf(String pageId, String area) {
        Settings now = settings;
        for (Setting setting : new Setting[]{now.pages().get(pageId), now.areas().get(area)}) {
            if (setting != null && setting.policy() != null) {
                return setting.policy();
            }
        }
        return now.otherwise();
    }

    private static Optional<Settings> read(KnowledgeFolder folder, Consumer<Finding> findings) {
        return folder.read(FILE, findings)
                .flatMap(yaml -> StrictYaml.read(FILE, 1, yaml, Form.class, findings)
                        .flatMap(form -> settings(form, YamlLines.of(yaml), findings)));
    }

    private static Optional<Settings> settings(Form form, YamlLines lines, Consumer<Finding> findings) {
        List<Finding> faults = new ArrayList<>();
        lines.repeated().forEach((pointer, line) -> faults
                .add(Finding.of(FILE, line, Finding.Code.INVALID_VALUE, pointer.substring(1))));
        TopicPolicy otherwise = policy("/otherwise", form.otherwise(), lines, faults);
        if (form.otherwise() == null) {
            faults.add(Finding.of(FILE, 1, Finding.Code.MISSING_FIELD, "otherwise"));
        }
        Settings settings = new Settings(otherwise == null ? TopicPolicy.JUDGEMENT : otherwise,
                form.release() == null
                        ? Release.AUTONOMOUS
                        : named("/release", form.release(), lines, faults).orElse(Release.OFF),
                topics("/areas", form.areas(), lines, faults), topics("/pages", form.pages(), lines, faults));
        faults.forEach(findings);
        return faults.isEmpty() ? Optional.of(settings) : Optional.empty();
    }

    private static Map<String, Setting> topics(String pointer,
            @Nullable Map<String, @Nullable TopicForm> forms,
            YamlLines lines, List<Finding> faults) {
        Map<String, Setting> topics = new HashMap<>();
        if (forms != null) {
            forms.forEach((id, form) -> {
                String at = YamlLines.at(pointer, id);
                if (form == null) {
                    faults.add(Finding.of(FILE, lines.line(at), Finding.Code.MISSING_FIELD, at.substring(1)));
                } else {
                    topics.put(id, new Setting(release(at, form, lines, faults),
                            policy(YamlLines.at(at, "policy"), form.policy(), lines, faults)));
                }
            });
        }
        return topics;
    }

    private static @Nullable Release release(String topic, TopicForm form, YamlLines lines,
            List<Finding> faults) {
        String name = form.release();
        if (name == null) {
            return form.off() == null ? null : form.off() ? Release.OFF : Release.AUTONOMOUS;
        }
        String at = YamlLines.at(topic, "release");
        // Said twice, the two may contradict each other.
        return named(at, form.off() == null ? name : "", lines, faults).orElse(null);
    }

    private static Optional<Release> named(String at, String name, YamlLines lines, List<Finding> faults) {
        Optional<Release> release = Release.named(name);
        if (release.isEmpty()) {
            faults.add(Finding.of(FILE, lines.line(at), Finding.Code.INVALID_VALUE, at.substring(1)));
        }
        return release;
    }

    private static @Nullable TopicPolicy policy(String pointer, @Nullable String name, YamlLines lines,
            List<Finding> faults) {
        if (name == null) {
            return null;
        }
        for (TopicPolicy policy : TopicPolicy.values()) {
            if (policy.name().equals(name)) {
                return policy;
            }
        }
        faults.add(Finding.of(FILE, lines.line(pointer), Finding.Code.INVALID_VALUE, pointer.substring(1)));
        return null;
    }
}
