package se.lotsen.staff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import se.lotsen.storage.Leadership;
import org.springframework.context.event.EventListener;

/**
 * There is no password that comes with the service. As long as no supervisor can sign in, each start writes one link to
 * the log, and whoever reads the log makes the first account with it.
 */
final class FirstStart {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private final Enrolment enrolment;
    private final StaffProperties properties;
    private final ReactiveWebServerApplicationContext service;
    private final Leadership leadership;

    FirstStart(Enrolment enrolment, StaffProperties properties, ReactiveWebServerApplicationContext service,
            Leadership leadership) {
        this.enrolment = enrolment;
        this.properties = properties;
        this.service = service;
        this.leadership = leadership;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        // Each link makes the earlier one void: of several processes one says it.
        if (leadership.leads()) {
            announceLink();
        }
    }

    private void announceLink() {
        enrolment.firstLink().ifPresent(token -> log.info(
                "Nobody can look after the staff's accounts yet. This link makes the first one; it works once,"
                        + " for {} hours: {}/staff/welcome?token={}",
                properties.linkValidity().toHours(), address(), token));
    }

    private String address() {
        String given = properties.address();
        WebServer server = service.getWebServer();
        return given == null || given.isBlank()
                ? "http://localhost:" + (server == null ? "" : server.getPort())
                : given.replaceAll("/+$", "");
    }
}
