package se.lotsen.backup;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import se.lotsen.backup.BackupFault.Reason;
import se.lotsen.backup.Manifest.Copied;
import se.lotsen.backup.Manifest.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is whole: every part was read once and is what its manifest says. */
final class BackupFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path source;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path source, ZipFile zip, Manifest manifest) {
        this.source = source;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupFault when it is missing, half, broken or of a newer form */
    static BackupFile open(Path source) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new BackupFault(Reason.MISSING, source);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(source.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new BackupFault(e, Reason.HALF, source);
        }
        try {
            BackupFile file = new BackupFile(source, zip, manifest(source, zip));
            file.check();
            return file;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(Path source, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupFault(Reason.HALF, source);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var tree = JSON.readTree(in);
            if (tree.path("format").asInt(0) > Manifest.FORMAT) {
                throw new BackupFault(Reason.NEWER, source, tree.path("product").asString(""));
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException | ZipException | EOFException e) {
            throw new BackupFault(e, Reason.BROKEN, source, Manifest.ENTRY);
        }
    }

    /** Also that nothing else is in it: whoever adds an entry has a file written that nobody vouches for. */
    private void check() throws IOException {
        Set<String> named = new HashSet<>(Set.of(Manifest.ENTRY));
        for (Table table : manifest.tables()) {
            if (!table.name().matches("[a-z][a-z0-9_]*")) {
                throw broken(table.name());
            }
            check(table.entry(), table.sha256());
            named.add(table.entry());
        }
        for (Copied file : manifest.files()) {
            Path path = Path.of(file.path()).normalize();
            if (path.isAbsolute() || path.startsWith("..") || file.path().isBlank()) {
                throw broken(file.path());
            }
            check(file.entry(), file.sha256());
            named.add(file.entry());
        }
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (!named.contains(name)) {
                throw broken(name);
            }
        }
    }

    private void check(String name, String sha256) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(name), Backup.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (!Backup.hex(in.getMessageDigest()).equals(sha256)) {
                throw broken(name);
            }
        } catch (ZipException | EOFException e) {
            throw new BackupFault(e, Reason.BROKEN, source, name);
        }
    }

    private BackupFault broken(String part) {
        return new BackupFault(Reason.BROKEN, source, part);
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(name);
        }
        return zip.getInputStream(entry);
    }

    Path source() {
        return source;
    }

    Manifest manifest() {
        return manifest;
    }

    /** A table's rows, one JSON object in a line. */
    BufferedReader lines(Table table) throws IOException {
        return new BufferedReader(new InputStreamReader(open(table.entry()), StandardCharsets.UTF_8));
    }

    byte[] content(Copied file) throws IOException {
        try (InputStream in = open(file.entry())) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
