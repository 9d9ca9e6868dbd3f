/**
 * The shop window: how the chat looks and what other sites put on their pages to show it. The editors' file and the sites
 * that may frame the chat come in; colours, the tag's script and help for web editors go out. It must never know what
 * anybody asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge"})
package se.lotsen.widget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
