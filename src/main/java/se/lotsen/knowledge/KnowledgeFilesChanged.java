package se.lotsen.knowledge;

import java.util.Set;

/**
 * Files beside the pages have changed: opening hours, contacts, replies, synonyms.
 *
 * @param files names relative to the knowledge-base folder
 */
public record KnowledgeFilesChanged(Set<String> files) {
}
