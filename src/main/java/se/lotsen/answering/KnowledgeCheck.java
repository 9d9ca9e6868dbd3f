package se.lotsen.answering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.handover.PersonLines;
import se.lotsen.handover.TownNotices;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.retrieval.Synonyms;
import se.lotsen.screening.Policies;

/**
 * Reads everything in a knowledge-base folder and in the prompts' that an answer is made of, and tells what is wrong with it. Nothing is
 * served or stored, so that an editor can check a folder that the service would refuse.
 *
 * @param pages how many pages can be served
 * @param findings what is left out and why, in the order of the files
 */
public record KnowledgeCheck(int pages, List<Finding> findings) {

    /**
     * The report on a folder, which may be missing.
     *
     * @param prompts the folder of the prompts; their files are reported with its name
     */
    public static KnowledgeCheck of(KnowledgeFolder folder, Path prompts) {
        Library library = Library.read(folder);
        List<Finding> findings = new ArrayList<>(library.findings());
        HandoverFiles handover = new HandoverFiles(folder);
        findings.addAll(handover.findings());
        findings.addAll(TownNotices.check(folder));
        findings.addAll(PersonLines.check(folder));
        library.pages().values().forEach(page -> {
            String contact = page.metadata().contact();
            if (new ContactDirectory(handover).contact(contact).isEmpty()) {
                findings.add(Finding.of(page.file(), 0, Finding.Code.UNKNOWN_REFERENCE, contact));
            }
        });
        Replies.read(folder, findings::add);
        List.of("en", "fi", "ar", "so")
                .forEach(language -> LanguageCard.read(folder, language, findings::add));
        Synonyms.read(folder, findings::add);
        PinsFile.check(folder, library, findings::add);
        Policies.check(folder, findings::add);
        CalibrationFile.read(folder, findings::add);
        PromptLibrary.check(prompts).forEach(finding -> findings.add(new Finding(
                prompts.resolve(finding.file()).toString(), finding.line(), finding.code(),
                finding.arguments())));
        return new KnowledgeCheck(library.pages().size(), List.copyOf(findings));
    }
}
