package se.lotsen.editor;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;
import se.lotsen.trial.TrialQuestions;

/** What somebody in the workspace may do; templates ask it, too. Everybody in it may write. */
public record EditorRights(StaffMember member) {

    /** Whether they may publish, take away and put back. */
    public boolean publishes() {
        return member.is(StaffRole.APPROVER) || member.is(StaffRole.EDITOR);
    }

    /** Whether they look after how the assistant answers. */
    public boolean isChief() {
        return member.is(StaffRole.EDITOR);
    }

    /** Whether they may publish a file: pages and test questions are publishers', settings the chief's. */
    public boolean publishes(String file) {
        return KnowledgeFolder.isPage(file) || file.equals(TrialQuestions.FILE) ? publishes() : isChief();
    }

    static void requirePublisher(StaffMember member, String file) {
        if (!new EditorRights(member).publishes(file)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static void requirePublisher(StaffMember member) {
        if (!new EditorRights(member).publishes()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
