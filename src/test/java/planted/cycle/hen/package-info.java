@ApplicationModule(allowedDependencies = {"egg"})
package planted.cycle.hen;

import org.springframework.modulith.ApplicationModule;
