/**
 * The cellar: how the database is worked on so that an embedded H2 survives it, and how processes that share a PostgreSQL tell each
 * other what has changed and which of them leads. Work comes in and is done undisturbed; ids come in and go out to all. It must
 * never know what is stored.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
