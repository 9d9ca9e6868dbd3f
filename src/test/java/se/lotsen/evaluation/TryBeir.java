package se.lotsen.evaluation;
import java.nio.file.*;
class TryBeir {
    public static void main(String[] a) {
        for (String s : new String[]{"swefaq-dev:" + a[1], "swequad-train:" + a[2]}) {
            String[] p = s.split(":");
            System.out.println(BeirEvaluation.run(Path.of(a[0], p[0]), p[1]).json());
        }
    }
}
