@ApplicationModule(allowedDependencies = {})
package planted.undeclared.desk;

import org.springframework.modulith.ApplicationModule;
