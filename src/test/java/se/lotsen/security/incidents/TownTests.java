package se.lotsen.security.incidents;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;

/** Every incident that is tried over HTTP is tried in one town, which is left as it was found. */
abstract class TownTests {
    @Autowired
    protected ApplicationContext service;
    @LocalServerPort
    protected int port;
    protected Town town;

    @BeforeEach
    void enter() {
        town = new Town(service, port);
    }

    @AfterEach
    void leave() {
        town.close();
    }

    /** A citizen's conversation with a question and its answer. */
    protected Talk answered() {
        Talk talk = town.talk();
        town.citizen.ask(talk, "vad kostar förskolan");
        return talk;
    }

    /** One write of a citizen with this token. */
    protected Reply write(Talk talk, String token, String rest, String body) {
        return town.caller.send("POST", talk.path(rest), Map.of(ChatClient.TOKEN, token), "application/json",
                body);
    }
}
