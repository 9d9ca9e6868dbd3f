@ApplicationModule(allowedDependencies = {})
package planted.undeclared.counter;

import org.springframework.modulith.ApplicationModule;
