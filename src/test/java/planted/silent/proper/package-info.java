@ApplicationModule(allowedDependencies = {})
package planted.silent.proper;

import org.springframework.modulith.ApplicationModule;
