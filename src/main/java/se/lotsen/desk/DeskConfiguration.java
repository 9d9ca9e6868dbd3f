package se.lotsen.desk;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.conversation.CaseHistory;
import se.lotsen.asking.Intake;
import se.lotsen.conversation.CallStore;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.delivery.Promises;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.conversation.Warnings;
import se.lotsen.conduct.ThreatAlerts;
import se.lotsen.feedback.Grades;
import se.lotsen.conversation.AgentReplies;
import se.lotsen.conversation.CaseMarks;
import se.lotsen.conversation.CaseSearch;
import se.lotsen.conversation.CodeThrottle;
import se.lotsen.conversation.TypingSignals;
import se.lotsen.handover.CasePackets;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.OpenTimes;
import se.lotsen.handover.Presence;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.staff.StaffLeft;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.Notices;
import se.lotsen.staff.StaffSignedOut;

/** Only in the service: a single command has neither a record nor a desk. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(DeskProperties.class)
class DeskConfiguration {

    @Bean
    DeskFile deskFile(KnowledgeFolder folder) {
        return new DeskFile(folder);
    }

    @Bean
    Attendance attendance(Presence presence, StaffAccounts accounts, HandoverStore cases,
            CaseLines lines, ContactDirectory contacts, Notices notices) {
        return new Attendance(presence, accounts, cases, lines, contacts, notices);
    }

    @Bean
    Onlookers onlookers(Notices notices, StaffAccounts accounts, Clock clock) {
        return new Onlookers(notices, accounts, clock);
    }

    @Bean
    CaseBook caseBook(ConversationStore conversations, HandoverStore cases, AgentReplies replies,
            CaseMarks marks, Onlookers onlookers, CasePackets packets, ContactDirectory contacts,
            Presence presence, DeskFile deskFile, Promises promises, Clock clock) {
        return new CaseBook(conversations, cases, replies, marks, onlookers, packets, contacts, presence,
                deskFile, promises, clock);
    }

    @Bean
    CaseFinder caseFinder(CaseSearch search, CaseBook caseBook, KnowledgeWatch watch, Clock clock) {
        return new CaseFinder(search, caseBook, watch, clock);
    }

    @Bean
    CaseWork caseWork(HandoverStore cases, AgentReplies replies, TypingSignals typing,
            CaseBook caseBook, Presence presence,
            PersonalDataMask mask, DeskFile deskFile, CaseLines lines, DeskProperties properties) {
        return new CaseWork(cases, replies, typing, caseBook, presence, mask, deskFile, lines, properties);
    }

    @Bean
    PromiseBook promiseBook(Promises promises, CaseBook caseBook, StaffAccounts accounts, OpenTimes times,
            Clock clock) {
        return new PromiseBook(promises, caseBook, accounts, times, clock);
    }

    @Bean
    PromiseAlarms promiseAlarms(Notices notices) {
        return new PromiseAlarms(notices);
    }

    @Bean
    Conduct deskConduct(CaseBook caseBook, Warnings warnings, ThreatAlerts threatAlerts, CaseLines lines) {
        return new Conduct(caseBook, warnings, threatAlerts, lines);
    }

    @Bean
    AnswerGrades answerGrades(Grades grades, CaseBook caseBook) {
        return new AnswerGrades(grades, caseBook);
    }

    @Bean
    DeskPages deskPages(Attendance attendance, CaseBook caseBook, DeskFile deskFile,
            AnswerGrades answerGrades, Conduct deskConduct, PromiseBook promiseBook) {
        return new DeskPages(attendance, caseBook, deskFile, answerGrades, deskConduct, promiseBook);
    }

    @Bean
    Overview deskOverview(CaseHistory history, HandoverStore cases, Promises promises, Presence presence,
            StaffAccounts accounts, CaseBook caseBook, DeskFile deskFile, ContactDirectory contacts,
            ContactCentre contactCentre, AvailabilityText availability, OpenTimes times,
            DeskProperties properties, Clock clock) {
        return new Overview(history, cases, promises, presence, accounts, caseBook, deskFile,
                new Overview.Hours(contacts, contactCentre, availability, times), properties, clock);
    }

    @Bean
    CallWork callWork(CallStore calls, Intake intake, ConversationStore conversations, HandoverStore cases,
            DeskFile deskFile, Clock clock) {
        return new CallWork(calls, intake, conversations, cases, deskFile, clock.getZone());
    }

    @Bean
    CodeWork codeWork(DeskCodes codes, CodeThrottle throttle, HandoverStore cases, CaseBook caseBook,
            CaseWork caseWork, CaseLines lines, Clock clock) {
        return new CodeWork(codes, throttle, cases, caseBook, caseWork, lines,
                clock.getZone());
    }

    @Bean
    Watch deskWatch(Attendance attendance, AgentReplies replies, Onlookers onlookers,
            Leadership leadership) {
        return new Watch(attendance, replies, onlookers, leadership);
    }

    /** What makes the attendance look up: time, and what the staff's entrance says. */
    static final class Watch {
        private final Attendance attendance;
        private final AgentReplies replies;
        private final Onlookers onlookers;
        private final Leadership leadership;
        /** Nobody counts as gone before those who have cases are expected back. */
        private volatile boolean ready;

        Watch(Attendance attendance, AgentReplies replies, Onlookers onlookers,
                Leadership leadership) {
            this.attendance = attendance;
            this.replies = replies;
            this.onlookers = onlookers;
            this.leadership = leadership;
        }

        /** Also what another process has left: the leader releases for all, each reply under its conversation's lock. */
        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
        void release() {
            if (leadership.leads()) {
                replies.releaseDue();
            }
        }

        /** The leader puts back the cases of those who are gone; who looks on is each process's own to forget. */
        @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
        void sweep() {
            if (leadership.leads() && ready) {
                attendance.sweep();
            } else {
                attendance.refresh();
            }
            onlookers.sweep();
        }

        @EventListener(ApplicationReadyEvent.class)
        void started() {
            attendance.refresh();
            attendance.expectOwners();
            ready = true;
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
