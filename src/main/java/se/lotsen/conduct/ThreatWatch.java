package se.lotsen.conduct;

import se.lotsen.conversation.ConversationId;
import se.lotsen.privacy.MaskedText;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Screened;
import se.lotsen.screening.ScreeningAction;

/**
 * Holds what citizens write against the policies' rules for threats. It changes nothing of what is answered. To be called
 * when the text is stored, and again when the same request is repeated: what is known already is not raised again. It
 * blocks.
 */
public class ThreatWatch {
    private final QuestionScreen screen;
    private final ThreatAlerts alerts;

    ThreatWatch(QuestionScreen screen, ThreatAlerts alerts) {
        this.screen = screen;
        this.alerts = alerts;
    }

    /**
     * @param event the stored event that holds the text
     * @param language two letters, as far as known
     */
    public void heard(ConversationId conversation, Origin origin, long event, MaskedText text,
            String language) {
        screen.all(text.withoutPlaceholders(), language).stream()
                .filter(met -> met.action() == ScreeningAction.THREAT).map(Screened::rule).findFirst()
                .ifPresent(rule -> alerts.met(conversation, origin, event, rule));
    }
}
