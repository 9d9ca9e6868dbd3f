package se.lotsen.pages;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.i18n.LocaleContextResolver;
import se.lotsen.answering.AnsweringProperties;
import se.lotsen.asking.AskingProperties;
import se.lotsen.chat.ChatProperties;
import se.lotsen.chat.CitizenPromises;
import se.lotsen.chat.PersonRequests;
import se.lotsen.chat.Questions;
import se.lotsen.chat.RateLimits;
import se.lotsen.chat.Scores;
import se.lotsen.conversation.RetentionRules;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.knowledge.KnowledgeWatch;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(TransportProperties.class)
class PagesConfiguration {

    @Bean
    ContactLine contactLine(ContactCentre contactCentre, AvailabilityText availabilityText,
            AnsweringProperties properties) {
        return new ContactLine(contactCentre, availabilityText, properties);
    }

    @Bean
    ConversationPage conversationPage(Questions questions, ConversationStore store, RateLimits limits,
            PersonRequests persons, Scores scores, CitizenPromises promises) {
        return new ConversationPage(questions, store, limits, persons, scores, promises);
    }

    @Bean
    TownPages townPages(KnowledgeWatch watch, MessageSource messages, RetentionRules conversations,
            AskingProperties asking, ChatProperties properties) {
        return new TownPages(watch, messages, conversations, asking, properties);
    }

    @Bean
    TranscriptText transcriptText(MessageSource messages, PageDates pageDates, Clock clock) {
        return new TranscriptText(messages, pageDates, clock);
    }

    @Bean
    HiddenData hiddenData(MessageSource messages) {
        return new HiddenData(messages);
    }

    @Bean
    PageDates pageDates(MessageSource messages) {
        return new PageDates(messages);
    }

    @Bean
    LanguageLinks languageLinks() {
        return new LanguageLinks();
    }

    /** Spring looks for it by this name. */
    @Bean
    LocaleContextResolver localeContextResolver() {
        return new ChatLocales();
    }
}
