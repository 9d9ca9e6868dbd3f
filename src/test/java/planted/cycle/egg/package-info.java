@ApplicationModule(allowedDependencies = {"hen"})
package planted.cycle.egg;

import org.springframework.modulith.ApplicationModule;
