package se.lotsen.security.incidents;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.test.context.TestPropertySource;
import se.lotsen.testing.ServiceTest;

/** The whole service with a secret of every kind that it can be given; nothing behind them answers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = {"lotsen.retrieval.storage=memory",
        "spring.datasource.username=planterad-anvandare", "spring.datasource.password=PLANTERAD-databas-8812",
        "lotsen.model.provider=openai-compatible", "lotsen.model.base-url=http://127.0.0.1:9/v1",
        "lotsen.model.name=x", "lotsen.model.api-key=PLANTERAD-modell-1932",
        "lotsen.staff.oidc.issuer=http://127.0.0.1:9/issuer", "lotsen.staff.oidc.client-id=lotsen",
        "lotsen.staff.oidc.client-secret=PLANTERAD-oidc-4471",
        "lotsen.staff.oidc.roles.agent=x", "lotsen.delivery.webhook.url=http://127.0.0.1:9/hook",
        "lotsen.delivery.webhook.secret=PLANTERAD-webhook-7719-PLANTERAD-webhook",
        "lotsen.delivery.email.host=127.0.0.1", "lotsen.delivery.email.port=9",
        "lotsen.delivery.email.user-name=post", "lotsen.delivery.email.password=PLANTERAD-smtp-6620",
        "lotsen.delivery.email.from=a@exempel.se",
        "lotsen.delivery.email.to=b@exempel.se"})
@interface PlantedSecrets {
    /** What none of them may show. */
    List<String> PLANTED = List.of("PLANTERAD-databas-8812", "PLANTERAD-modell-1932", "PLANTERAD-oidc-4471",
            "PLANTERAD-webhook-7719", "PLANTERAD-smtp-6620");
}
