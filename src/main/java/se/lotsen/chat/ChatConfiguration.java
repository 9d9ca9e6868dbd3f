package se.lotsen.chat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import se.lotsen.handover.OpenTimes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.scheduler.Schedulers;
import se.lotsen.answering.AnsweringProperties;
import se.lotsen.conduct.PersonToday;
import se.lotsen.conduct.ThreatWatch;
import se.lotsen.conversation.CaseMarks;
import se.lotsen.asking.Answers;
import se.lotsen.asking.AskingProperties;
import se.lotsen.asking.Intake;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.DeskSignals;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.feedback.Satisfaction;
import se.lotsen.handover.CasePackets;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.PersonLines;
import se.lotsen.handover.PersonOnDuty;
import se.lotsen.handover.QueuePlaces;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.delivery.PromiseText;
import se.lotsen.delivery.Promises;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.language.TaggedMessages;
import se.lotsen.privacy.PersonalDataMask;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(ChatProperties.class)
class ChatConfiguration {

    /** A number is no question, and "ja" or 7 is no yes: guessing what was meant would hide a caller's fault. */
    @Bean
    JsonMapperBuilderCustomizer exactTypes() {
        return json -> json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    CodecCustomizer wellFormedJson(JsonMapper json) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new WellFormedJsonDecoder(json));
    }

    @Bean
    RateLimits rateLimits(ChatProperties properties) {
        return new RateLimits(properties);
    }

    @Bean
    Listeners listeners(Answers answers, ChatProperties properties, MeterRegistry meters) {
        Listeners listeners = new Listeners(properties.leaveGrace(), Schedulers.parallel(), answers::left);
        Gauge.builder("lotsen.chat.listeners", listeners, Listeners::conversations).register(meters);
        return listeners;
    }

    @Bean
    Questions questions(ConversationStore store, Intake intake, Answers answers, PersonalDataMask mask,
            GivenToCitizens given, RateLimits limits, ThreatWatch threatWatch, AskingProperties asking) {
        return new Questions(store, intake, answers, mask, given, limits, threatWatch, asking);
    }

    @Bean
    PersonRequests personRequests(ConversationStore store, HandoverStore handover,
            ConversationDisposal disposal, CasePackets packets, PersonOnDuty duty, QueuePlaces places,
            ContactDirectory contacts, PersonLines lines, AvailabilityText hours, PersonalDataMask mask,
            RateLimits limits, ThreatWatch threatWatch, PersonToday personToday,
            AnsweringProperties answering,
            ChatProperties properties) {
        return new PersonRequests(store, handover, disposal, packets, duty, places, contacts, lines, hours,
                mask, limits, threatWatch, personToday, answering.contact(), properties);
    }

    @Bean
    Scores scores(Satisfaction satisfaction, PersonalDataMask mask, RateLimits limits,
            AskingProperties asking) {
        return new Scores(satisfaction, mask, limits, asking);
    }

    @Bean
    CitizenPromises citizenPromises(ConversationStore store, HandoverStore handover, CasePackets packets,
            ContactCentre contactCentre, ContactDirectory contacts, Promises promises,
            PromiseText promiseText, OpenTimes times, PersonRequests persons, RateLimits limits,
            MessageSource messages, AnsweringProperties answering,
            Clock clock) {
        return new CitizenPromises(store, handover, packets, contactCentre, contacts, promises, promiseText,
                times,
                persons, limits, messages, answering.contact(), clock);
    }

    @Bean
    Codes codes(DeskCodes codes, RateLimits limits, Clock clock) {
        return new Codes(codes, limits, clock.getZone());
    }

    @Bean
    OpenStreams openStreams() {
        return new OpenStreams();
    }

    @Bean
    QueueUpdates queueUpdates(PersonRequests persons, DeskSignals desks, ChatProperties properties) {
        return new QueueUpdates(persons, desks, properties.keepAlive());
    }

    @Bean
    ShownEvents shownEvents(LanguageIdentifier languages) {
        return new ShownEvents(languages);
    }

    @Bean
    GivenToCitizens givenToCitizens(CaseMarks marks) {
        return new GivenToCitizens(marks);
    }

    @Bean
    StaffToken staffToken(@Value("${lotsen.data-dir:data}") Path dataDir) {
        return StaffToken.in(dataDir);
    }

    /** Spring Boot's own wants a file without a language beside messages_sv.properties: a copy to keep in step. */
    @Bean
    MessageSource messageSource() {
        return new TaggedMessages(ChatLanguage.SWEDISH.locale(), "messages", "se/lotsen/chat/messages",
                "se/lotsen/staff/messages",
                "se/lotsen/delivery/messages", "se/lotsen/desk/messages", "se/lotsen/feedback/messages",
                "se/lotsen/widget/messages", "se/lotsen/settings/messages", "se/lotsen/archive/messages",
                "se/lotsen/editor/messages", "se/lotsen/operations/messages",
                "se/lotsen/importing/messages", "se/lotsen/gaps/messages", "se/lotsen/radar/messages",
                "se/lotsen/accountability/messages", "se/lotsen/receipts/messages",
                "se/lotsen/recall/messages", "se/lotsen/trial/messages", "se/lotsen/insight/messages",
                "se/lotsen/openness/messages",
                "se/lotsen/records/messages");
    }
}
