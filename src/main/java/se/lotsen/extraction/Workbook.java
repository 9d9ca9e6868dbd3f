package se.lotsen.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a workbook of Excel, after counting what it unpacks to. */
final class Workbook {
    private static final int MOST_UNPACKED = 8_000_000;
    private static final int MOST_ENTRIES = 2_000;

    private Workbook() {
    }

    /**
     * The rows of the first sheet.
     *
     * @throws ExtractionRefused for what is too large
     * @throws IOException for what is broken
     */
    static List<List<String>> rows(byte[] bytes, int mostRows, int mostColumns) throws IOException {
        measure(bytes);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            List<List<String>> rows = new ArrayList<>();
            sheet.forEach(row -> {
                if (rows.size() >= mostRows) {
                    throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
                }
                rows.add(cells(row, mostColumns));
            });
            return rows;
        }
    }

    private static List<String> cells(Row row, int mostColumns) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            if (cells.size() < mostColumns) {
                cells.add(cell == null || cell.getText() == null ? "" : cell.getText().strip());
            }
        }
        return cells;
    }

    /** A workbook is packed: counted before anything of it is kept. */
    private static void measure(byte[] bytes) throws IOException {
        long unpacked = 0;
        int entries = 0;
        byte[] part = new byte[16_384];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED || entries > MOST_ENTRIES) {
                        throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
                    }
                }
            }
        }
        if (entries == 0) {
            throw new ExtractionRefused(ExtractionFault.UNREADABLE);
        }
    }
}
