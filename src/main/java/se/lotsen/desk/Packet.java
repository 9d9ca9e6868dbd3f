package se.lotsen.desk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.CasePacket;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the agent was told at the handover, for a page: text, never markup, and empty where the case's packet says nothing.
 *
 * @param reason a code; empty when unknown
 * @param draft null when there is none
 * @param heldBack why the draft was not shown, as the name of a {@link CasePacket.HeldBack}; empty where it was
 */
record Packet(String reason, String language, List<String> questions, List<Tried> sources,
        List<String> missing, String topic, CasePacket.@Nullable Draft draft, String wish, String heldBack) {
    static final Packet NONE = new Packet("", "", List.of(), List.of(), List.of(), "", null, "", "");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Only our own pages are linked to: the document may quote what a citizen wrote. */
    private static final String OURS = "/knowledge/";

    /** A page that the assistant found; {@code percent} is how well it fits. */
    record Tried(String title, String url, int percent) {
    }

    /** What was stored; {@link #NONE} when that is not a whole packet. */
    static Packet of(String document) {
        return CasePacket.read(document).map(Packet::of).orElse(NONE);
    }

    private static Packet of(CasePacket packet) {
        return new Packet(JSON.convertValue(packet.reason(), String.class), packet.language(),
                packet.questions(),
                packet.sources().stream().map(source -> new Tried(source.title(), ours(source.url()),
                        percent(source.score()))).toList(),
                packet.missing(), Objects.requireNonNullElse(packet.topic(), ""), draft(packet.draft()),
                Objects.requireNonNullElse(packet.wish(), ""),
                packet.heldBack() == null ? "" : packet.heldBack().name());
    }

    /** Whether the draft may be sent unchanged with one press. */
    boolean isApprovable() {
        return draft != null && CasePacket.HeldBack.APPROVE.name().equals(heldBack);
    }

    /** The area in words; see {@link Topic}. */
    public String topicName() {
        return Topic.name(topic);
    }

    static int percent(double share) {
        return (int) Math.round(100 * Math.clamp(share, 0, 1));
    }

    private static CasePacket.@Nullable Draft draft(CasePacket.@Nullable Draft draft) {
        return draft == null
                ? null
                : new CasePacket.Draft(draft.text(),
                        draft.sources().stream().filter(source -> !ours(source.url()).isEmpty()).toList());
    }

    private static String ours(String url) {
        return url.startsWith(OURS) ? url : "";
    }
}
