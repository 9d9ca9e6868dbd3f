package se.lotsen.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import se.lotsen.audit.Actor;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.FaqLayout;
import se.lotsen.extraction.FaqTable;
import se.lotsen.extraction.SourceDocument;
import se.lotsen.extraction.SourceDocument.Kind;

/** The file of a source: taken in, looked at, and told how to be read. */
final class FileDesk {
    private static final Set<Kind> TAKEN = EnumSet.of(Kind.PDF, Kind.CSV, Kind.XLSX, Kind.HTML, Kind.MARKDOWN,
            Kind.TEXT);
    private static final int ROWS = 5;
    private final Imports imports;
    private final Uploads uploads;
    private final Extractor extractor;

    FileDesk(Imports imports, Uploads uploads, Extractor extractor) {
        this.imports = imports;
        this.uploads = uploads;
        this.extractor = extractor;
    }

    /** What a page shows of the file: a table's columns and first rows, and where a new file is sent. */
    Rendering.Builder<?> add(Rendering.Builder<?> page, ImportSource source, String fault,
            ServerWebExchange exchange)
            throws InterruptedException {
        Optional<FaqTable> table = table(source);
        FaqLayout layout = source.settings().faq() != null
                ? source.settings().faq()
                : table.map(FaqTable::suggested).orElse(new FaqLayout(-1, -1, -1, -1, -1, false));
        CsrfToken token = exchange.getAttribute(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME);
        return page.modelAttribute("columns", table.map(FaqTable::columns).orElse(List.of()))
                .modelAttribute("rows",
                        table.map(FaqTable::rows).orElse(List.of()).stream().limit(ROWS).toList())
                .modelAttribute("layout", layout).modelAttribute("fault", fault)
                .modelAttribute("uploadToken", token == null ? "" : token.getToken());
    }

    private Optional<FaqTable> table(ImportSource source) throws InterruptedException {
        Optional<Kind> kind = Kind.ofName(source.settings().file())
                .filter(one -> one == Kind.CSV || one == Kind.XLSX);
        Optional<Path> file = source.kind() == SourceKind.FILE ? uploads.file(source) : Optional.empty();
        if (kind.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return extractor.table(SourceDocument.of(kind.get(), Files.readAllBytes(file.get()), null,
                    source.settings().file(), URI.create(source.settings().address())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file of this name is read at all. */
    static boolean isTaken(String name) {
        return name.length() <= 200 && Kind.ofName(name).filter(TAKEN::contains).isPresent();
    }

    Path fresh() {
        return uploads.fresh();
    }

    /** The file takes its place; how its columns are read is for the next step to say. */
    boolean take(ImportSource source, Path fresh, String name, Actor by) {
        boolean done = imports.change(source.id(), source.version(), source.name(),
                source.settings().with(name, null), by);
        if (done) {
            uploads.take(source.id(), fresh);
        } else {
            drop(fresh);
        }
        return done;
    }

    void drop(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
