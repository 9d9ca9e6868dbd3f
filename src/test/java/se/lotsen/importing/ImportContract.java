package se.lotsen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.archive.ArchiveForTests;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.audit.Actor;
import se.lotsen.extraction.Extractor;
import se.lotsen.fetching.FetchRules;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;

/** A site is imported as drafts, again and again, through restarts, by the real fetch over real sockets. */
@Timeout(120)
abstract class ImportContract {
    private static final Actor VERA = new Actor("1", "Vera");
    private static final Actor IMPORTER = Actor.machine("Inhämtning");
    private final MovedClock clock = new MovedClock("2026-11-29T09:00:00Z");
    @TempDir
    private Path folder;
    private KnowledgeFiles files;
    private TownSite site;
    private ArchiveForTests archive;
    private GuardedFetch fetch;
    private Imports imports;

    abstract String url();

    @BeforeEach
    void open() throws IOException {
        site = new TownSite();
        files = new KnowledgeFiles(folder);
        files.write("contacts.yaml", "{}").write("pages/bygga-och-bo/vatten.md", aPage("vatten")
                .with("url", site.base() + "/vatten").text());
        archive = new ArchiveForTests(url(), files.folder(), clock);
        fetch = new GuardedFetch(new FetchRules(Set.of(), Set.of(site.hostAndPort()), Duration.ZERO,
                Duration.ofSeconds(20), URI.create("http://localhost")));
        imports = new Imports(archive.record, new SourceTable(archive.client),
                new RunTable(archive.client),
                new SeenTable(archive.client), new Uploads(folder.resolve("up")), archive.log, clock);
    }

    @AfterEach
    void close() throws IOException {
        fetch.close();
        site.close();
        archive.close();
    }

    private ImportRunner runner() {
        return new ImportRunner(new ImportRunner.Tables(archive.record, archive.client),
                new SourceReaders(fetch, new Extractor(), new Uploads(folder.resolve("up")), folder),
                new PageDrafts(archive.archive, IMPORTER, clock, ZoneId.of("Europe/Stockholm")),
                archive.watch,
                "Borta vid källan", clock);
    }

    private ImportWatch watch() {
        return new ImportWatch(archive.record, new RunTable(archive.client), runner(), clock);
    }

    private ImportSource source(boolean retiring, String... without) {
        return imports.add("Åsbys webbplats", SourceKind.SITEMAP,
                new SourceSettings(site.sitemap(), List.of(), "", List.of(without), "", null, "bygga-och-bo",
                        "Kansliet",
                        "kontaktcenter", "residents", "Ring oss.", 12, retiring),
                VERA);
    }

    private ImportRun run(ImportSource source, boolean dry) {
        return run(source, dry, false);
    }

    private ImportRun run(ImportSource source, boolean dry, boolean everything) {
        ImportRun run = imports.start(source.id(), dry, everything, VERA).orElseThrow();
        try {
            runner().run(run.id(), new ImportRunner.Waiting() {
                @Override
                public <T> T on(Source<T> waited) throws InterruptedException {
                    return waited.ask();
                }
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return imports.run(run.id()).orElseThrow();
    }

    /** "path outcome reason" for every page of a run. */
    private List<String> items(ImportRun run) {
        return imports.items(run.id(), null, 1, 1_000).stream()
                .map(item -> item.address().replace(site.base(), "") + " " + item.outcome()
                        + (item.reason() == null ? "" : " " + item.reason()))
                .toList();
    }

    private Map<String, Draft> drafts() {
        return archive.archive.drafts().stream().collect(Collectors.toMap(Draft::file, draft -> draft));
    }

    private void publishAll() {
        archive.archive.publish(archive.archive.drafts(), VERA, "");
    }

    @Test
    void aDryRunShowsWhatAnImportWouldDoAndStoresNothingElse() {
        site.page("/bygglov", "Bygglov", "Du behöver bygglov.")
                .page("/vatten", "Om vatten", "Ny text om vatten.")
                .page("/tom", "Tom", "").page("/fel", "Fel", "x").status("/fel", 500);
        ImportRun run = run(source(true), true);
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(items(run)).containsExactly("/bygglov NEW", "/fel SKIPPED STATUS", "/tom SKIPPED NO_TEXT",
                "/vatten CHANGED");
        assertThat(imports.items(run.id(), ItemOutcome.SKIPPED, 1, 10).getFirst().status()).isEqualTo(500);
        assertThat(drafts()).isEmpty();
        assertThat(archive.client.sql("select count(*) from import_seen").query(Integer.class).single())
                .isZero();
        assertThat(imports.progress(run.id()).done()).isEqualTo(4)
                .isEqualTo(imports.progress(run.id()).total());
    }

    @Test
    void eachPageBecomesADraftAndWhatEditorsSaidAboutOneStays() {
        site.page("/bygglov", "Bygglov", "Du behöver bygglov.").page("/vatten", "Vatten",
                "Ny text om vatten.");
        run(source(true), false);
        assertThat(drafts().keySet()).containsExactlyInAnyOrder("pages/bygga-och-bo/bygglov.md",
                "pages/bygga-och-bo/vatten.md");
        Draft fresh = drafts().get("pages/bygga-och-bo/bygglov.md");
        assertThat(fresh.origin()).isEqualTo(DraftOrigin.IMPORTED);
        assertThat(fresh.writer()).isEqualTo(IMPORTER);
        PageDocument made = PageDocument.parse(fresh.text());
        assertThat(made.body()).isEqualTo("Du behöver bygglov.\n");
        assertThat(made.fields().url()).isEqualTo(site.base() + "/bygglov");
        assertThat(made.fields().questions()).containsExactly("Bygglov");
        assertThat(made.fields().owner()).isEqualTo("Kansliet");
        assertThat(made.fields().reviewBy()).isEqualTo("2027-11-29");
        assertThat(made.fields().source()).isEqualTo("sitemap");
        PageDocument known = PageDocument.parse(drafts().get("pages/bygga-och-bo/vatten.md").text());
        assertThat(known.body()).isEqualTo("Ny text om vatten.\n");
        assertThat(known.fields().title()).isEqualTo("Vatten");
        assertThat(known.fields().questions()).containsExactly("Vad gäller?");
        assertThat(known.fields().phrasings()).hasSize(4);
        assertThat(known.fields().owner()).isEqualTo("Samhällsbyggnadsförvaltningen");
        assertThat(known.fields().reviewBy()).isEqualTo("2027-09-21");
        assertThat(files.folder().read("pages/bygga-och-bo/bygglov.md", finding -> {
        })).as("nothing is published by an import").isEmpty();
    }

    @Test
    void whatHasNotChangedMakesNoDraftWhateverTheSiteKnowsOfIt() {
        site.page("/a", "A", "Text om a.").lastmod("/a", "2026-11-01").page("/b", "B", "Text om b.");
        ImportSource source = source(true);
        run(source, false);
        publishAll();
        site.asked();
        assertThat(items(run(source, false))).containsExactly("/a UNCHANGED", "/b UNCHANGED");
        assertThat(site.asked()).as("the map says so of one, the page's tag of the other")
                .containsExactly("/b");
        site.tagged = false;
        assertThat(items(run(source, false))).containsExactly("/a UNCHANGED", "/b UNCHANGED");
        assertThat(drafts()).isEmpty();
        site.page("/a", "A", "Ny text om a.").lastmod("/a", "2026-11-20");
        assertThat(items(run(source, false))).containsExactly("/a CHANGED", "/b UNCHANGED");
        assertThat(drafts().keySet()).containsExactly("pages/bygga-och-bo/a.md");
    }

    @Test
    void anEditorsOwnTextIsNotUndoneAsLongAsTheSourceStaysTheSame() {
        site.tagged = false;
        site.page("/a", "A", "Text om a.");
        ImportSource source = source(true);
        run(source, false);
        publishAll();
        Draft draft = archive.archive.begin("pages/bygga-och-bo/a.md", VERA);
        Draft better = archive.archive.save(draft.id(), draft.version(),
                draft.text().replace("Text om a.", "Bättre text om a."), VERA);
        assertThat(items(run(source, false))).containsExactly("/a UNCHANGED");
        site.page("/a", "A", "Annan text om a.");
        assertThat(items(run(source, false))).as("somebody is writing")
                .containsExactly("/a SKIPPED DRAFT_EXISTS");
        assertThat(archive.archive.draft(better.id())).contains(better);
        archive.archive.publish(List.of(better), VERA, "");
        assertThat(items(run(source, false))).containsExactly("/a CHANGED");
    }

    @Test
    void aPageThatIsGoneIsServedNoMoreAndAnAlarmIsGiven() {
        site.page("/a", "A", "Text om a.").page("/b", "B", "Text om b.");
        ImportSource source = source(true);
        run(source, false);
        publishAll();
        site.status("/a", 410);
        site.without("/b");
        ImportRun dry = run(source, true);
        assertThat(items(dry)).containsExactly("/a GONE NOT_FOUND", "/b GONE NOT_LISTED");
        assertThat(imports.gone()).isEmpty();
        assertThat(archive.archive.revisionNow("pages/bygga-och-bo/a.md")).isPresent();

        run(source, false);
        assertThat(archive.archive.revisionNow("pages/bygga-och-bo/a.md")).isEmpty();
        assertThat(archive.archive.revisionNow("pages/bygga-och-bo/b.md")).isEmpty();
        assertThat(imports.gone()).extracting(GoneAlarm::file, GoneAlarm::reason).containsExactlyInAnyOrder(
                org.assertj.core.api.Assertions.tuple("pages/bygga-och-bo/a.md", ItemReason.NOT_FOUND),
                org.assertj.core.api.Assertions.tuple("pages/bygga-och-bo/b.md", ItemReason.NOT_LISTED));
        imports.acknowledge(source.id(), site.base() + "/b", VERA);
        assertThat(imports.gone()).hasSize(1);

        site.status("/a", 200);
        assertThat(items(run(source, false))).as("it has come back").containsExactly("/a NEW");
        assertThat(imports.gone()).isEmpty();
    }

    @Test
    void withoutThatWishAPageThatIsGoneStaysAndTheAlarmIsGiven() {
        site.page("/a", "A", "Text om a.").page("/b", "B", "Text om b.");
        ImportSource source = source(false);
        run(source, false);
        publishAll();
        site.without("/b");
        run(source, false);
        assertThat(archive.archive.revisionNow("pages/bygga-och-bo/b.md")).isPresent();
        assertThat(imports.gone()).hasSize(1);
    }

    @Test
    void aSiteThatLosesMostOfItsPagesAtOnceLosesNothingHere() {
        for (int i = 0; i < 15; i++) {
            site.page("/s" + i, "Sida " + i, "Text om sida " + i + ".");
        }
        ImportSource source = source(true);
        run(source, false);
        publishAll();
        for (int i = 0; i < 12; i++) {
            site.without("/s" + i);
        }
        run(source, false);
        assertThat(imports.gone()).hasSize(12).allMatch(alarm -> alarm.reason() == ItemReason.MANY_GONE);
        assertThat(archive.watch.library().pages()).hasSize(16);
    }

    @Test
    void aPageThatEditorsHaveMovedIsFoundByItsAddress() {
        site.tagged = false;
        site.page("/a", "A", "Text om a.").page("/b", "B", "Text om b.");
        ImportSource source = source(true);
        run(source, false);
        publishAll();
        String text = archive.archive.revisionNow("pages/bygga-och-bo/a.md").orElseThrow().text();
        archive.archive.remove("pages/bygga-och-bo/a.md", VERA, "");
        Draft moved = archive.archive.create("pages/kultur/a.md",
                text.replace("area: bygga-och-bo", "area: kultur"),
                DraftOrigin.WRITTEN, VERA);
        archive.archive.publish(List.of(moved), VERA, "");
        site.page("/a", "A", "Ny text om a.");
        assertThat(items(run(source, false))).containsExactly("/a CHANGED", "/b UNCHANGED");
        assertThat(drafts().keySet()).containsExactly("pages/kultur/a.md");
    }

    @Test
    void theSitesRulesForRobotsHold() {
        site.robots = "User-agent: *\nDisallow: /internt\nCrawl-delay: 0\n";
        site.page("/internt/a", "A", "Text om a.").page("/b", "B", "Text om b.").page("/arkiv/c", "C",
                "Text om c.");
        assertThat(items(run(source(true, "/arkiv"), true))).containsExactly("/b NEW",
                "/internt/a SKIPPED ROBOTS");
        assertThat(site.asked()).containsExactly("/b");
    }

    @Test
    void anIndexOfPackedMapsIsRead() {
        site.page("/a", "A", "Text om a.");
        ImportSource source = imports.add("Index", SourceKind.SITEMAP,
                new SourceSettings(site.base() + "/sitemap-index.xml", List.of(), "", List.of(), "", null,
                        "bygga-och-bo",
                        "Kansliet", "kontaktcenter", "residents", "Ring oss.", 12, true),
                VERA);
        assertThat(items(run(source, true))).containsExactly("/a NEW");
    }

    @Test
    void aSourceThatCannotBeListedSaysWhyAndRetiresNothing() {
        site.page("/a", "A", "Text om a.");
        ImportSource source = source(true);
        run(source, false);
        publishAll();
        site.close();
        ImportRun run = run(source, false);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.reason()).isEqualTo(ItemReason.UNREACHABLE);
        assertThat(archive.archive.revisionNow("pages/bygga-och-bo/a.md")).isPresent();
        assertThat(imports.source(source.id()).orElseThrow().activeRun()).isNull();
    }

    @Test
    void oneRunIsUnderWayForASource() {
        ImportSource source = source(true);
        ImportRun run = imports.start(source.id(), true, false, VERA).orElseThrow();
        assertThat(imports.start(source.id(), false, false, VERA)).isEmpty();
        assertThat(imports.change(source.id(), 1, "x", source.settings(), VERA)).isFalse();
        assertThat(imports.remove(source.id(), VERA)).isFalse();
        runner().end(run, RunState.CANCELLED, null);
        assertThat(imports.start(source.id(), false, false, VERA)).isPresent();
    }

    @Test
    void aRunThatWasKilledGoesOnWhereItWasAndItsProgressNeverFalls() throws Exception {
        for (int i = 0; i < 6; i++) {
            site.page("/s" + i, "Sida " + i, "Text om sida " + i + ".");
        }
        ImportSource source = source(true);
        ImportRun run = imports.start(source.id(), false, false, VERA).orElseThrow();
        List<Integer> done = new ArrayList<>();
        ImportWatch killed = watch();
        site.gate = new CountDownLatch(1);
        killed.look();
        await(() -> imports.run(run.id()).orElseThrow().state() == RunState.RUNNING);
        done.add(imports.progress(run.id()).done());
        // Whoever is interrupted while it waits for the source writes nothing more, as if the process was gone.
        killed.stop();
        site.gate.countDown();
        assertThat(imports.run(run.id()).orElseThrow().state()).isEqualTo(RunState.RUNNING);
        ImportWatch next = watch();
        next.look();
        done.add(imports.progress(run.id()).done());
        assertThat(imports.run(run.id()).orElseThrow().state()).as("the first may still be there")
                .isEqualTo(RunState.RUNNING);
        clock.move(ImportWatch.STALE.plusSeconds(1));
        next.look();
        await(() -> !imports.run(run.id()).orElseThrow().state().isUnderWay());
        done.add(imports.progress(run.id()).done());
        assertThat(done).isSorted();
        assertThat(imports.run(run.id()).orElseThrow().state()).isEqualTo(RunState.DONE);
        assertThat(items(run)).hasSize(6).allMatch(item -> item.endsWith(" NEW"));
        assertThat(drafts()).hasSize(6);
        next.stop();
    }

    @Test
    void whatARunWroteBeforeItWasKilledIsStillItsOwn() {
        site.page("/a", "A", "Text om a.");
        ImportSource source = source(true);
        ImportRun first = run(source, false);
        archive.client.sql("update import_item set outcome = 'PENDING'").update();
        archive.client.sql("delete from import_seen").update();
        archive.client.sql("update import_run set state = 'RUNNING'").update();
        try {
            runner().run(first.id(), new ImportRunner.Waiting() {
                @Override
                public <T> T on(Source<T> waited) throws InterruptedException {
                    return waited.ask();
                }
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(items(first)).containsExactly("/a NEW");
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void aRunThatIsCancelledEndsAfterThePageThatItIsAt() throws Exception {
        site.page("/a", "A", "Text om a.").page("/b", "B", "Text om b.");
        site.gate = new CountDownLatch(1);
        ImportRun run = imports.start(source(true).id(), false, false, VERA).orElseThrow();
        ImportWatch watch = watch();
        watch.look();
        await(() -> site.asked().contains("/a"));
        imports.cancel(run.id(), VERA);
        site.gate.countDown();
        await(() -> imports.run(run.id()).orElseThrow().state() == RunState.CANCELLED);
        assertThat(items(run)).containsExactly("/a NEW", "/b PENDING");
        watch.stop();
    }

    @Test
    void aTableIsImportedRowByRowAndARowThatIsGoneIsSeen() throws Exception {
        SourceSettings settings = new SourceSettings("https://asby.example/faq", List.of(), "", List.of(),
                "faq.csv", null,
                "bygga-och-bo", "Kansliet", "kontaktcenter", "residents", "Ring oss.", 12, true);
        ImportSource source = imports.add("FAQ", SourceKind.FILE, settings, VERA);
        upload(source.id(), "Fråga;Svar\nÄr det öppet?;Ja.\nVad kostar det?;Inget.\n");
        assertThat(items(run(source, false))).containsExactly("#ar-det-oppet NEW", "#vad-kostar-det NEW");
        assertThat(PageDocument.parse(drafts().get("pages/bygga-och-bo/ar-det-oppet.md").text()).fields()
                .questions())
                .containsExactly("Är det öppet?");
        publishAll();
        upload(source.id(), "Fråga;Svar\nVad kostar det?;Hundra kronor.\n");
        assertThat(items(run(source, false))).containsExactly("#vad-kostar-det CHANGED",
                "#ar-det-oppet GONE NOT_LISTED");
    }

    private void upload(UUID source, String text) throws IOException {
        Uploads uploads = new Uploads(folder.resolve("up"));
        Path fresh = uploads.fresh();
        java.nio.file.Files.writeString(fresh, text);
        uploads.take(source, fresh);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
