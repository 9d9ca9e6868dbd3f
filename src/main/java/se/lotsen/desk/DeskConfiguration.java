package se.lotsen.desk;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.asking.Intake;
import se.lotsen.conversation.CallStore;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.handover.CasePackets;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.Presence;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.staff.StaffLeft;
import se.lotsen.staff.StaffSignedOut;

/** Only in the service: a single command has neither a record nor a desk. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class DeskConfiguration {

    @Bean
    DeskFile deskFile(KnowledgeFolder folder) {
        return new DeskFile(folder);
    }

    @Bean
    Attendance attendance(Presence presence, StaffAccounts accounts, HandoverStore cases,
            CaseLines lines, Clock clock) {
        return new Attendance(presence, accounts, cases, lines, clock);
    }

    @Bean
    CaseBook caseBook(ConversationStore conversations, HandoverStore cases, CasePackets packets,
            ContactDirectory contacts,
            Presence presence, DeskFile deskFile, Clock clock) {
        return new CaseBook(conversations, cases, packets, contacts, presence, deskFile, clock);
    }

    @Bean
    CaseWork caseWork(HandoverStore cases, CaseBook caseBook, Presence presence, PersonalDataMask mask,
            DeskFile deskFile, CaseLines lines) {
        return new CaseWork(cases, caseBook, presence, mask, deskFile, lines);
    }

    @Bean
    DeskPages deskPages(Attendance attendance, CaseBook caseBook, DeskFile deskFile) {
        return new DeskPages(attendance, caseBook, deskFile);
    }

    @Bean
    CallWork callWork(CallStore calls, Intake intake, ConversationStore conversations, HandoverStore cases,
            DeskFile deskFile, Clock clock) {
        return new CallWork(calls, intake, conversations, cases, deskFile, clock.getZone());
    }

    @Bean
    CodeWork codeWork(DeskCodes codes, HandoverStore cases, CaseBook caseBook, CaseWork caseWork,
            CaseLines lines, Clock clock) {
        return new CodeWork(codes, new CodeThrottle(clock), cases, caseBook, caseWork, lines,
                clock.getZone());
    }

    @Bean
    Watch deskWatch(Attendance attendance) {
        return new Watch(attendance);
    }

    /** What makes the attendance look up: time, and what the staff's entrance says. */
    static final class Watch {
        private final Attendance attendance;

        Watch(Attendance attendance) {
            this.attendance = attendance;
        }

        @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
        void sweep() {
            attendance.sweep();
        }

        @EventListener(ApplicationReadyEvent.class)
        void started() {
            attendance.expectOwners();
        }

        @EventListener
        void left(StaffLeft left) {
            attendance.sessionsEnded(left.account());
        }

        @EventListener
        void signedOut(StaffSignedOut out) {
            attendance.leave(out.account());
        }
    }
}
