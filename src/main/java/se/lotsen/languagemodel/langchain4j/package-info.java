/** The providers' protocols, each spoken by LangChain4j over our own wire. Nothing of the library leaves this package. */
@NullMarked
package se.lotsen.languagemodel.langchain4j;

import org.jspecify.annotations.NullMarked;
