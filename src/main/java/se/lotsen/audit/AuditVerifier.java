package se.lotsen.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.AuditVerdict.Broken;
import se.lotsen.audit.AuditVerdict.Fault;
import se.lotsen.audit.AuditVerdict.Intact;

/** Goes through a chain once, in order. Holds nothing but where it is; not for concurrent use. */
final class AuditVerifier {
    private final @Nullable AuditAnchor noted;
    private AuditAnchor last;
    private long entries;
    private boolean met;
    private @Nullable Broken broken;

    /**
     * @param start what stands before the first entry
     * @param noted what was noted outside; null for nothing
     */
    AuditVerifier(AuditAnchor start, @Nullable AuditAnchor noted) {
        this.last = start;
        this.noted = noted;
        this.met = noted == null || noted.equals(start);
    }

    /** An entry with the hash that is stored with it; null where there is none. */
    record Link(AuditLog.Entry entry, @Nullable String hash) {
    }

    /** @return false as soon as a fault is found: what follows need not be looked at */
    boolean next(Link link) {
        long id = link.entry().id();
        String hash = AuditChain.hash(last, link.entry());
        if (id <= last.entry() || !hash.equals(link.hash())) {
            broken = new Broken(Fault.HASH, id);
            return false;
        }
        last = new AuditAnchor(id, hash);
        entries++;
        if (noted != null && id >= noted.entry() && !met) {
            if (!noted.equals(last)) {
                broken = new Broken(Fault.ANCHOR, id);
                return false;
            }
            met = true;
        }
        return true;
    }

    boolean all(List<Link> links) {
        return links.stream().allMatch(this::next);
    }

    boolean hasFailed() {
        return broken != null;
    }

    /** Something else is wrong at the entry that comes next. */
    void malformed() {
        broken = new Broken(Fault.FORM, last.entry());
    }

    /**
     * The verdict after the last entry.
     *
     * @param count how many entries the head counts
     * @param head where the chain must end
     */
    AuditVerdict end(long count, AuditAnchor head) {
        if (broken != null) {
            return broken;
        }
        if (count != entries || !head.equals(last)) {
            return new Broken(Fault.END, last.entry());
        }
        return met ? new Intact(entries, last) : new Broken(Fault.ANCHOR, last.entry());
    }
}
