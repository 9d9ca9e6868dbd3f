package se.lotsen.privacy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the one mask; without a {@link PublicContacts} bean it knows no exceptions. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    PersonalDataMask personalDataMask(ObjectProvider<PublicContacts> contacts) {
        return new PersonalDataMask(contacts.getIfAvailable(PublicContacts::none));
    }
}
