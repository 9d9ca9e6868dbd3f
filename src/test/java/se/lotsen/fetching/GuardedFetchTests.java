package se.lotsen.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.fetching.FetchOutcome.Answered;
import se.lotsen.fetching.FetchOutcome.Got;
import se.lotsen.fetching.FetchOutcome.Refused;
import se.lotsen.fetching.FetchOutcome.Unchanged;

/** The dangerous door, against real sockets. S12 to S16 are rows of the list of incidents in docs/importing.md. */
class GuardedFetchTests {
    private WebSite site;

    @BeforeEach
    void open() throws IOException {
        site = WebSite.start();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static FetchRules rules(Duration limit, String... allowPrivate) {
        return new FetchRules(Set.of(), Set.of(allowPrivate), Duration.ZERO, limit,
                URI.create("https://fraga.example"));
    }

    private FetchRules rules() {
        return rules(Duration.ofSeconds(5), site.hostAndPort());
    }

    private static FetchOutcome get(FetchRules rules, URI address) throws Exception {
        try (GuardedFetch fetch = new GuardedFetch(rules)) {
            return fetch.get(FetchRequest.of(address, Wanted.PAGE));
        }
    }

    private static Refused refused(FetchRefusal reason) {
        return new Refused(reason);
    }

    @Test
    void aPageComesAsTheServerGivesIt() throws Exception {
        site.page("/avfall", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Tue, 03 Mar 2026 10:00:00 GMT");
            WebSite.send(exchange, 200, "text/html; charset=ISO-8859-1", "<p>hej</p>");
        });
        Got got = (Got) get(rules(), site.at("/avfall"));
        assertThat(new String(got.body(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("<p>hej</p>");
        assertThat(got.mediaType()).isEqualTo("text/html");
        assertThat(got.charset()).isEqualTo("ISO-8859-1");
        assertThat(got.etag()).isEqualTo("\"v1\"");
        assertThat(got.lastModified()).isEqualTo("Tue, 03 Mar 2026 10:00:00 GMT");
        assertThat(site.lastHeaders().getFirst("User-Agent")).startsWith("Lotsen/")
                .endsWith("(+https://fraga.example)");
        assertThat(site.lastHeaders()).doesNotContainKeys("Cookie", "Authorization");
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() throws Exception {
        site.page("/", exchange -> exchange.sendResponseHeaders(
                "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                        && exchange.getRequestHeaders().getFirst("If-Modified-Since") != null ? 304 : 500,
                -1));
        try (GuardedFetch fetch = new GuardedFetch(rules())) {
            assertThat(fetch.get(new FetchRequest(site.at("/"), Set.of("127.0.0.1"), Wanted.PAGE,
                    Duration.ZERO, "\"v1\"", "Tue, 03 Mar 2026 10:00:00 GMT"))).isEqualTo(new Unchanged());
        }
    }

    @Test
    void aPageThatIsGoneIsKnownFromOneThatFailed() throws Exception {
        site.page("/404", exchange -> exchange.sendResponseHeaders(404, -1))
                .page("/410", exchange -> exchange.sendResponseHeaders(410, -1))
                .page("/500", exchange -> exchange.sendResponseHeaders(500, -1));
        assertThat(((Answered) get(rules(), site.at("/404"))).gone()).isTrue();
        assertThat(((Answered) get(rules(), site.at("/410"))).gone()).isTrue();
        assertThat(((Answered) get(rules(), site.at("/500"))).gone()).isFalse();
    }

    @Test
    void whetherSomethingIsThereIsKnownWithoutReadingIt() throws Exception {
        site.page("/film", exchange -> WebSite.send(exchange, 200, "video/mp4", "x".repeat(100_000)));
        try (GuardedFetch fetch = new GuardedFetch(rules())) {
            assertThat(fetch.get(FetchRequest.of(site.at("/film"), Wanted.PRESENCE))).isInstanceOfSatisfying(
                    Got.class,
                    got -> assertThat(got.body()).isEmpty());
        }
    }

    @Test
    void cookiesAreNotKept() throws Exception {
        site.page("/", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "spår=1");
            WebSite.send(exchange, 200, "text/html", "x");
        });
        try (GuardedFetch fetch = new GuardedFetch(rules())) {
            fetch.get(FetchRequest.of(site.at("/"), Wanted.PAGE));
            fetch.get(FetchRequest.of(site.at("/"), Wanted.PAGE));
        }
        assertThat(site.asked()).hasSize(2);
        assertThat(site.lastHeaders()).doesNotContainKey("Cookie");
    }

    // S12: redirects that are not re-checked (Open WebUI CVE-2026-45401).

    @Test
    void s12ARedirectIsNotFollowedToAServerInsideThatIsNotAllowed() throws Exception {
        try (WebSite inside = WebSite.start()) {
            inside.text("/", "nyckel");
            site.redirect("/", inside.at("/").toString());
            assertThat(get(rules(), site.at("/"))).isEqualTo(refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
            assertThat(inside.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/",
            "jar:http://x!/",
            "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "//localhost/x",
            "javascript:alert(1)"})
    void s12ARedirectIsNotFollowedToAnotherSchemeOrHost(String location) throws Exception {
        site.redirect("/", location);
        assertThat(get(rules(), site.at("/"))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                refused.reason()).isIn(FetchRefusal.BAD_ADDRESS, FetchRefusal.HOST_NOT_ALLOWED));
    }

    @Test
    void s12ThreeRedirectsAreFollowedAndNoFourth() throws Exception {
        site.redirect("/4", "/3").redirect("/3", "/2").redirect("/2", "/1").redirect("/1", "/0")
                .text("/0", "hem");
        assertThat(get(rules(), site.at("/3"))).isInstanceOfSatisfying(Got.class,
                got -> assertThat(got.address()).isEqualTo(site.at("/0")));
        assertThat(get(rules(), site.at("/4"))).isEqualTo(refused(FetchRefusal.TOO_MANY_REDIRECTS));
    }

    // S13: the check and the client read an address in two ways (Open WebUI CVE-2026-45400).

    @ParameterizedTest
    @ValueSource(strings = {"http://lindakra.example@127.0.0.1:%d/",
            "http://lindakra.example\\@127.0.0.1:%d/",
            "http://127.0.0.1:%d\\.lindakra.example/", "http://lindakra.example:80@127.0.0.1:%d/",
            "http://127.0.0.1:%d:80/", "http://lindakra.example\n127.0.0.1:%d/", "http:///127.0.0.1:%d/",
            "http://lindakra.example%%2f@127.0.0.1:%d/", "http://0x7f000001:%d/", "http://2130706433:%d/",
            "http://127.1:%d/", "http://[::ffff:127.0.0.1]:%d/", "http://①②⑦.0.0.1:%d/"})
    void s13AnAddressThatTwoParsersReadInTwoWaysReachesNobody(String written) throws Exception {
        site.text("/", "nyckel");
        try (GuardedFetch fetch = new GuardedFetch(rules(Duration.ofSeconds(5)))) {
            var address = WebAddress.of(written.formatted(site.port()));
            if (address.isPresent()) {
                assertThat(fetch.get(FetchRequest.of(address.get(), Wanted.PAGE)))
                        .isInstanceOf(Refused.class);
            }
            URI raw = unchecked(written.formatted(site.port()));
            if (raw != null) {
                assertThat(fetch.get(new FetchRequest(raw, Set.of("lindakra.example", "127.0.0.1"),
                        Wanted.PAGE, Duration.ZERO, null, null))).isInstanceOf(Refused.class);
            }
        }
        assertThat(site.asked()).isEmpty();
    }

    private static URI unchecked(String text) {
        try {
            return new URI(text);
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }

    @Test
    void s13TheNameStandsInTheHeaderAndTheCheckedAddressIsConnectedTo() throws Exception {
        site.text("/", "hem");
        FetchRules rules = rules(Duration.ofSeconds(5), "intranet.example:" + site.port());
        try (GuardedFetch fetch = new GuardedFetch(rules, host -> List.of(InetAddress.getByName("127.0.0.1")),
                AddressRules::isPublic, new HostPace())) {
            assertThat(fetch.get(FetchRequest.of(URI.create("http://intranet.example:" + site.port() + "/"),
                    Wanted.PAGE))).isInstanceOf(Got.class);
        }
        assertThat(site.lastHeaders().getFirst("Host")).isEqualTo("intranet.example:" + site.port());
    }

    // S14: the name is resolved for the check and again for the connection (Flowise GHSA-2x8m-83vc-6wv4).

    @Test
    void s14ANameThatChangesItsAddressAfterTheCheckLeadsWhereItWasChecked() throws Exception {
        try (WebSite checked = new WebSite("127.0.0.2", site.port())) {
            site.text("/", "nyckel");
            checked.text("/", "hem");
            Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1", "127.0.0.1"));
            AtomicInteger asked = new AtomicInteger();
            try (GuardedFetch fetch = new GuardedFetch(rules(Duration.ofSeconds(5)), host -> {
                asked.incrementAndGet();
                return List.of(InetAddress.getByName(answers.removeFirst()));
            }, address -> address.getHostAddress().equals("127.0.0.2"), new HostPace())) {
                URI address = URI.create("http://rebinding.example:" + site.port() + "/");
                assertThat(fetch.get(FetchRequest.of(address, Wanted.PAGE))).isInstanceOfSatisfying(Got.class,
                        got -> assertThat(got.body()).isEqualTo("hem".getBytes()));
                assertThat(asked).hasValue(1);
                assertThat(fetch.get(FetchRequest.of(address, Wanted.PAGE)))
                        .isEqualTo(refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
            }
            assertThat(site.asked()).isEmpty();
            assertThat(checked.asked()).hasSize(1);
        }
    }

    @Test
    void s14TheGuardIsOnWithoutConfiguration() throws Exception {
        site.text("/", "nyckel");
        assertThat(get(rules(Duration.ofSeconds(5)), site.at("/")))
                .isEqualTo(refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
        assertThat(get(rules(Duration.ofSeconds(5)), URI.create("http://localhost:" + site.port() + "/")))
                .isEqualTo(refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void s14ANameWithOneAddressInsideIsNotHalfTrusted() throws Exception {
        site.text("/", "nyckel");
        try (GuardedFetch fetch = new GuardedFetch(rules(Duration.ofSeconds(5)),
                host -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("10.0.0.1")),
                address -> address.getHostAddress().equals("127.0.0.2"), new HostPace())) {
            assertThat(fetch.get(FetchRequest.of(URI.create("http://two.example:" + site.port() + "/"),
                    Wanted.PAGE))).isEqualTo(refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
        }
    }

    @Test
    void s14WhatAnOperatorAllowsIsOneServerAndNeverAMetadataService() throws Exception {
        site.text("/", "hem");
        assertThat(get(rules(Duration.ofSeconds(5), "127.0.0.1:1"), site.at("/")))
                .isEqualTo(refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
        assertThat(get(rules(Duration.ofSeconds(5), "169.254.169.254:80"),
                URI.create("http://169.254.169.254/latest"))).isEqualTo(
                        refused(FetchRefusal.ADDRESS_NOT_ALLOWED));
        assertThatThrownBy(() -> rules(Duration.ofSeconds(5), "127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // S15: a text steers the server's requests (Flowise CVE-2026-41271).

    @Test
    void s15NoRoomThatHearsALanguageModelCanFetch() {
        var product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("se.lotsen");
        Set<String> hearing = new HashSet<>();
        product.stream().filter(type -> type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> room(use.getTargetClass()).equals("languagemodel")))
                .forEach(type -> hearing.add(room(type)));
        assertThat(hearing).contains("answering");
        ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("are in a room that hears a language model",
                        type -> hearing.contains(room(type))))
                .should().dependOnClassesThat().resideInAPackage("se.lotsen.fetching..")
                .check(product);
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && type.getPackageName().startsWith("se.lotsen.") ? parts[2] : "";
    }

    // S16: a file from elsewhere without limits (Dify CVE-2025-56520).

    @Test
    void s16AHostThatIsNotOnTheListIsNotAsked() throws Exception {
        site.text("/", "nyckel");
        try (GuardedFetch fetch = new GuardedFetch(rules())) {
            assertThat(fetch.get(new FetchRequest(site.at("/"), Set.of("lindakra.example"), Wanted.PAGE,
                    Duration.ZERO, null, null))).isEqualTo(refused(FetchRefusal.HOST_NOT_ALLOWED));
        }
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void s16NothingButGetIsSent() throws Exception {
        site.text("/", "hem");
        get(rules(), site.at("/"));
        assertThat(site.asked()).containsExactly("GET /");
    }

    @Test
    void s16AnAnswerWithoutAnEndIsCutAtTheLimit() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        site.page("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[100_000]);
                }
            } catch (IOException e) {
                cut.countDown();
            }
        });
        assertThat(get(rules(), site.at("/"))).isEqualTo(refused(FetchRefusal.TOO_LARGE));
        cut.await();
    }

    @Test
    void s16APackedAnswerIsCountedUnpacked() throws Exception {
        site.page("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (GZIPOutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                for (int i = 0; i < 400; i++) {
                    out.write(new byte[100_000]);
                }
            } catch (IOException e) {
                // The fetch has closed the connection, as it should.
            }
        });
        assertThat(get(rules(), site.at("/"))).isEqualTo(refused(FetchRefusal.TOO_LARGE));
    }

    @Test
    void s16AnAnswerThatDripsIsNotWaitedFor() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        site.page("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(get(rules(Duration.ofMillis(300), site.hostAndPort()), site.at("/")))
                .isEqualTo(refused(FetchRefusal.TOO_SLOW));
        over.countDown();
    }

    @Test
    void s16AnotherMediaTypeIsNotRead() throws Exception {
        site.page("/film", exchange -> WebSite.send(exchange, 200, "video/mp4", "x"));
        assertThat(get(rules(), site.at("/film"))).isEqualTo(refused(FetchRefusal.WRONG_TYPE));
    }

    @Test
    void aNameWithoutAnAddressAndAClosedPortAreToldApart() throws Exception {
        try (GuardedFetch fetch = new GuardedFetch(rules(), host -> {
            throw new java.net.UnknownHostException(host);
        }, AddressRules::isPublic, new HostPace())) {
            assertThat(fetch.get(FetchRequest.of(URI.create("http://nowhere.example/"), Wanted.PAGE)))
                    .isEqualTo(refused(FetchRefusal.UNKNOWN_HOST));
        }
        FetchRules rules = rules();
        URI address = site.at("/");
        site.close();
        assertThat(get(rules, address)).isEqualTo(refused(FetchRefusal.UNREACHABLE));
    }
}
