package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ServiceTest;

/** S25, Botpress issue 5038: an API that nobody had listed was open and could not be closed. {@code PublicRoutesTests} keeps the list. */
@ServiceTest
class S25UnlistedRoutesTests extends TownTests {

    @Test
    void whatIsOpenToEverybodyIsAShortListOfPlaces() {
        assertThat(Route.listed().stream()
                .filter(route -> route.isFor(Route.PUBLIC) && !route.method().equals("FILTER"))
                .map(Route::path)
                .map(path -> path.replaceFirst("^(/[\\w.*-]*).*$", "$1")).collect(Collectors.toSet()))
                .as("a new place in the public eye is a decision: add it here, too").isSubsetOf("/", "/**",
                        "/actuator", "/api", "/chat", "/chat.css", "/chat.js", "/desk", "/editor", "/fraga",
                        "/knowledge", "/lindakra.svg", "/loader.js", "/look", "/look.css", "/lotsen.css",
                        "/staff", "/tillganglighet", "/webjars", "/widget", "/om", "/oppet", "/records.css");
        assertThat(Route.listed().stream()
                .filter(route -> route.isFor(Route.PUBLIC) && route.path().startsWith("/api"))
                .map(Route::toString))
                .containsExactlyInAnyOrder("POST /api/conversations", "GET /api/docs", "GET /api/docs.yaml");
    }

    @Test
    void whatIsNotListedIsNotThere() {
        for (String path : List.of("/api", "/api/v1/conversations", "/api/admin", "/api/users", "/api/desk",
                "/graphql", "/swagger-ui.html", "/v3/api-docs", "/h2-console", "/console",
                "/admin", "/login", "/logout", "/oauth2/authorization/organisation", "/.git/config", "/.env",
                "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/application.yaml",
                "/db/migration/V1__conversations.sql",
                "/templates/staff/own.html", "/se/lotsen/LotsenApplication.class", "/..%2fapplication.yaml",
                "/static/../application.yaml", "/chat/..%2f..%2fapplication.yaml", "/server-status",
                "/robots.txt~")) {
            Reply reply = town.caller.get(path, Town.nobody());
            assertThat(reply.status()).as(path).isIn(303, 400, 401, 404);
            assertThat(reply.body()).as(path).doesNotContain("spring:", "create table", "Manifest-Version");
        }
    }
}
