@ApplicationModule(allowedDependencies = {"search"})
package planted.nested.desk;

import org.springframework.modulith.ApplicationModule;
